import { randomBytes } from "node:crypto";
import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";

export type WriteOutcome =
  /** `otherNames`: how many hard links of the file there are besides. They keep the old content. */
  | { readonly kind: "written"; readonly otherNames: number }
  /** Nothing was changed. `words` say why, to stand behind the path. */
  | { readonly kind: "refused"; readonly words: string };

export interface WriteConditions {
  /** What the file held when it was read: where it holds something else by now, it is not written. */
  readonly before?: Uint8Array | undefined;
}

/**
 * Gives a file a new content, text as UTF-8, in one step: whoever reads it, and whatever ends this process, finds the old
 * content or the new one. The new one is written beside the file, reaches the disk, and takes the place of the old one.
 *
 * Where there is no file yet, one is made. A symbolic link stays and what it leads to is replaced. Mode, owner and group
 * stay; where the owner or the group would change, or the file is read-only for this user, it is not written. Node cannot
 * read access control lists and other extended attributes: those are lost. Never throws for what the system refuses.
 */
export function writeAtomically(
  path: string,
  bytes: Uint8Array | string,
  { before }: WriteConditions = {},
): WriteOutcome {
  try {
    return replace(path, bytes, before);
  } catch (error) {
    return { kind: "refused", words: error instanceof Refusal ? error.message : wordsFor(error) };
  }
}

/** A reason of our own not to write. */
class Refusal extends Error {}

function replace(path: string, bytes: Uint8Array | string, before: Uint8Array | undefined): WriteOutcome {
  const target = targetOf(path);
  const old = statSync(target, { throwIfNoEntry: false });
  if (old !== undefined) refuseUnlessWritable(target, old);
  removeLeftovers(dirname(target));
  const temporary = join(dirname(target), `${prefix}${process.pid}-${randomBytes(6).toString("hex")}${suffix}`);
  try {
    writeBeside(temporary, bytes, old);
    if (before !== undefined && !holds(target, before)) throw new Refusal("it was changed while it was being checked");
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  syncFolder(dirname(target));
  return { kind: "written", otherNames: (old?.nlink ?? 1) - 1 };
}

/** Where links lead to. */
function targetOf(path: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()) {
      throw new Refusal("it is a link to a file that does not exist");
    }
    return path;
  }
}

function refuseUnlessWritable(target: string, stats: Stats): void {
  if (stats.isDirectory()) throw new Refusal("it is a directory");
  if (!stats.isFile()) throw new Refusal("it is not a regular file");
  try {
    accessSync(target, constants.W_OK);
  } catch {
    throw new Refusal("it is read-only");
  }
}

/** Writes a file that was not there before, up to the disk, with the mode and the owner of another. */
function writeBeside(temporary: string, bytes: Uint8Array | string, like: Stats | undefined): void {
  const descriptor = openSync(temporary, "wx", like === undefined ? 0o666 : 0o600);
  try {
    writeFileSync(descriptor, bytes);
    if (like !== undefined) {
      keepOwner(descriptor, like);
      fchmodSync(descriptor, like.mode & 0o7777);
    }
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function keepOwner(descriptor: number, { uid, gid }: Stats): void {
  const own = fstatSync(descriptor);
  if (own.uid === uid && own.gid === gid) return;
  try {
    fchownSync(descriptor, uid, gid);
  } catch {
    const [kept, which] = own.uid === uid ? ["group", "of another group"] : ["owner", "another user's"];
    throw new Refusal(`it is ${which}, and only root can replace it and keep its ${kept}`);
  }
}

function holds(path: string, bytes: Uint8Array): boolean {
  return readFileSync(path).equals(bytes);
}

/** Brings the new name to the disk. Some file systems cannot; the file is replaced all the same. */
function syncFolder(folder: string): void {
  try {
    const descriptor = openSync(folder, constants.O_RDONLY);
    try {
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  } catch {}
}

/** `.smtpd-lint-<process>-<random>.tmp` */
const [prefix, suffix] = [".smtpd-lint-", ".tmp"];
const temporaryName = /^\.smtpd-lint-(\d+)-[0-9a-f]{12}\.tmp$/;

/** Removes what a process left behind that was ended in the middle of writing. */
function removeLeftovers(folder: string): void {
  for (const name of namesIn(folder)) {
    const writer = temporaryName.exec(name)?.[1];
    if (writer === undefined || (Number(writer) !== process.pid && isRunning(Number(writer)))) continue;
    try {
      rmSync(join(folder, name));
    } catch {}
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function isRunning(writer: number): boolean {
  try {
    process.kill(writer, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ESRCH";
  }
}

const words: Readonly<Record<string, string>> = {
  EACCES: "no file can be made beside it: permission denied",
  EPERM: "the system does not permit it",
  EROFS: "it is on a file system that is read-only",
  EBUSY: "it is a mount point, which cannot be replaced",
  ENOSPC: "there is no space left on the disk",
  EDQUOT: "there is no space left for this user",
  ENOENT: "its folder does not exist",
  ENOTDIR: "its folder does not exist",
};

function wordsFor(error: unknown): string {
  const { code = "", message } = error as NodeJS.ErrnoException;
  return words[code] ?? `the system refuses it (${code === "" ? message : code})`;
}
