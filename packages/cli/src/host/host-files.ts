import { createPrivateKey } from "node:crypto";
import { accessSync, constants, readFileSync, type Stats, statSync } from "node:fs";
import {
  type FileProblem,
  type FileUse,
  type Release,
  readTableLines,
  type TableFiles,
  type TableKind,
} from "smtpd-conf";
import type { Locate } from "../included-files.ts";
import { largestSize } from "../read-source.ts";

/** The files that a configuration names, as smtpd finds them. */
export interface HostFiles {
  /** Why smtpd does not take a file; undefined where it does, or where we may not look. */
  readonly fileProblem: (path: string, use: FileUse) => FileProblem | undefined;
  /** Whether a table file is a list or a mapping; undefined where smtpd does not take it, or where we may not look. */
  readonly tableKind: (path: string) => TableKind | undefined;
  /** Files that this user may not read. */
  readonly hidden: ReadonlySet<string>;
}

export interface HostFileSettings {
  readonly locate: Locate;
  readonly tableFiles: TableFiles;
  readonly target: Release;
  /** Whether it matters who owns a file. */
  readonly checkOwner: boolean;
}

/** What came of looking at a file. */
interface Finding {
  readonly problem: FileProblem | undefined;
  readonly kind: TableKind | undefined;
}

const fine: Finding = { problem: undefined, kind: undefined };

export function openHostFiles(settings: HostFileSettings): HostFiles {
  const findings = new Map<string, Finding>();
  const hidden = new Set<string>();
  const find = (path: string, use: FileUse) => {
    const key = `${use} ${path}`;
    const known = findings.get(key);
    if (known !== undefined) return known;
    const found = inspect(path, use, settings, hidden);
    findings.set(key, found);
    return found;
  };
  return {
    fileProblem: (path, use) => find(path, use).problem,
    tableKind: (path) => find(path, "table").kind,
    hidden,
  };
}

function inspect(path: string, use: FileUse, settings: HostFileSettings, hidden: Set<string>): Finding {
  const place = settings.locate(path);
  if (place === undefined) return failure({ reason: "missing" });
  try {
    const stats = statSync(place);
    const problem = problemOfStats(place, use, stats, settings.checkOwner);
    if (problem !== undefined) return failure(problem);
    if (use === "table") return findingOfTable(path, place, settings);
    return stats.size > largestSize ? fine : findingOfContent(place, use);
  } catch (error) {
    return findingOfError(error as NodeJS.ErrnoException, path, hidden);
  }
}

function failure(problem: FileProblem): Finding {
  return { problem, kind: undefined };
}

/** A file that we may not read is no mistake: smtpd reads it as root. */
function findingOfError({ code, message }: NodeJS.ErrnoException, path: string, hidden: Set<string>): Finding {
  if (code === "EACCES" || code === "EPERM") {
    hidden.add(path);
    return fine;
  }
  if (code === "ENOENT" || code === "ENOTDIR") return failure({ reason: "missing" });
  return failure({ reason: "failed", detail: message.replace(/^\w+: |, \w+( '.*)?$/gs, "") });
}

/** The permission bits that a file may have at most (`load_file()` and `load_keyfile()` of ssl.c). */
const mostBits: Readonly<Partial<Record<FileUse, number>>> = { cert: 0o755, ca: 0o755, key: 0o740 };

const permissionBits = 0o777;

function problemOfStats(place: string, use: FileUse, stats: Stats, checkOwner: boolean): FileProblem | undefined {
  if (stats.isDirectory()) return { reason: "directory" };
  if (!stats.isFile() && place !== "/dev/null") return { reason: "special" };
  const most = mostBits[use];
  if (most === undefined) return undefined;
  if (checkOwner && stats.uid !== 0) return { reason: "owner", owner: stats.uid };
  const mode = stats.mode & permissionBits;
  return (mode & ~most) === 0 ? undefined : { reason: "mode", mode, most };
}

/** What is in a file that may be what it should be. A certificate is not looked at: `smtpd -n` does not either. */
function findingOfContent(place: string, use: Exclude<FileUse, "table">): Finding {
  switch (use) {
    case "database":
      return isHashDatabase(readFileSync(place)) ? fine : failure({ reason: "content" });
    case "key":
      return findingOfKey(readFileSync(place));
    case "cert":
    case "ca":
      return fine;
  }
}

function findingOfTable(path: string, place: string, { tableFiles, target }: HostFileSettings): Finding {
  accessSync(place, constants.R_OK);
  let found = false;
  const { kind, fault } = readTableLines((visit) => (found = tableFiles.forEachLine(path, visit)), target);
  if (fault !== undefined) return failure({ reason: "entry", fault });
  return found ? { problem: undefined, kind } : fine;
}

/** The mark of a hash database of Berkeley DB, and where it stands: in its first releases at the beginning, later at 12. */
const hashMark = 0x061561;
const markOffsets = [0, 12];

function isHashDatabase(bytes: Buffer): boolean {
  return markOffsets
    .filter((offset) => bytes.length >= offset + 4)
    .some((offset) => bytes.readUInt32LE(offset) === hashMark || bytes.readUInt32BE(offset) === hashMark);
}

/** smtpd asks for the passphrase of a key where it has one; without a terminal, it takes none for the empty one. */
function findingOfKey(bytes: Buffer): Finding {
  if (isPrivateKey(bytes) || isPrivateKey(bytes, "")) return fine;
  return failure({ reason: bytes.includes("ENCRYPTED") ? "passphrase" : "content" });
}

function isPrivateKey(key: Buffer, passphrase?: string): boolean {
  try {
    createPrivateKey({ key, format: "pem", ...(passphrase === undefined ? {} : { passphrase }) });
    return true;
  } catch {
    return false;
  }
}
