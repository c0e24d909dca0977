import { type ChildProcessByStdio, execFile, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { fileURLToPath } from "node:url";

/** The releases whose daemon `unpack-daemons.sh` can fetch. */
export const daemonReleases = ["6.8", "7.4", "7.6", "7.9"] as const;
export type DaemonRelease = (typeof daemonReleases)[number];

/** What `smtpd -n` said: `errors` are its messages with a line of the file, `other` those without, in its order. */
export interface Answer {
  readonly ok: boolean;
  readonly errors: readonly (readonly [line: number, message: string])[];
  readonly other: readonly string[];
}

/** The daemon of one release: the program to start and what goes before `-n`. */
export interface Daemon {
  readonly release: DaemonRelease;
  /** The folder that its packages were unpacked into. */
  readonly packages: string;
  readonly program: string;
  readonly leading: readonly string[];
}

/** The daemons found, or why there are none. */
export interface Daemons {
  readonly found: readonly Daemon[];
  readonly reason: string;
}

const timeLimit = 20_000;

/** The folder of the checkout that this program was started from, also when it was bundled into `.cache`. */
export function checkoutFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "test/conformance/unpack-daemons.sh"))) {
    if (folder === dirname(folder)) throw new Error("not below a checkout of smtpd-lint");
    folder = dirname(folder);
  }
  return folder;
}

/**
 * The daemons below the folder in SMTPD_DAEMONS; without that variable those in `.cache/daemons`, which is filled first
 * where the machine allows. A line is printed when there are none.
 */
export async function findDaemons(): Promise<Daemons> {
  const { SMTPD_DAEMONS: given } = process.env;
  const folder = given ?? join(checkoutFolder(), ".cache/daemons");
  const problem = given === undefined ? await fill(folder) : "";
  const found = daemonReleases.flatMap((release) => daemonBelow(folder, release));
  const reason = found.length > 0 ? "" : `no smtpd below ${folder}${problem && `: ${problem}`}`;
  if (reason) console.error(`conformance: ${reason}`);
  return { found, reason };
}

// A failed attempt is not repeated for a day, since most machines that cannot do it now cannot do it in a minute either.
async function fill(folder: string): Promise<string> {
  if (daemonReleases.every((release) => existsSync(join(folder, release, "smtpd")))) return "";
  const mark = join(folder, ".attempted");
  if (existsSync(mark) && Date.now() - statSync(mark).mtimeMs < 86_400_000)
    return `unpack-daemons.sh failed; remove ${mark} to try again`;
  mkdirSync(folder, { recursive: true });
  const problem = await unpack(folder);
  if (problem) writeFileSync(mark, problem);
  return problem;
}

function unpack(folder: string): Promise<string> {
  const script = join(checkoutFolder(), "test/conformance/unpack-daemons.sh");
  return new Promise((resolve) => {
    execFile("bash", [script, folder], { timeout: 600_000 }, (error, _, stderr) => {
      resolve(error ? (stderr.trim().split("\n")[0] ?? error.message) : "");
    });
  });
}

// The loader is started directly where it is found: without the shell of the wrapper script a run takes two thirds.
function daemonBelow(folder: string, release: DaemonRelease): readonly Daemon[] {
  const wrapper = join(folder, release, "smtpd");
  if (!existsSync(wrapper)) return [];
  const packages = join(folder, release, "root");
  const libraries = [join(packages, "lib/x86_64-linux-gnu"), join(packages, "usr/lib/x86_64-linux-gnu")];
  const loader = libraries.map((library) => join(library, "ld-linux-x86-64.so.2")).find((path) => existsSync(path));
  if (!loader) return [{ release, packages, program: wrapper, leading: [] }];
  const leading = ["--library-path", libraries.join(":"), join(packages, "usr/sbin/smtpd")];
  return [{ release, packages, program: loader, leading }];
}

/** A folder in memory where there is one; `use` gets its path, and it is removed afterwards. */
export async function withScratchFolder<Result>(use: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(existsSync("/dev/shm") ? "/dev/shm" : tmpdir(), "smtpd-lint-"));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Asks one daemon about texts, whose characters are bytes; up to `jobs` of them at once. */
export interface Asker {
  readonly ask: (text: string) => Promise<Answer>;
  readonly close: () => void;
}

/** An asker that keeps its files in `folder`, which is also the daemon's working directory. */
export function openAsker(daemon: Daemon, folder: string, jobs: number): Asker {
  const idle = Array.from({ length: jobs }, (_, index) => openSlot(daemon, folder, `${daemon.release}-${index}.conf`));
  const all = [...idle];
  const waiting: ((slot: Slot) => void)[] = [];
  const release = (slot: Slot) => {
    const next = waiting.shift();
    if (next) next(slot);
    else idle.push(slot);
  };
  const acquire = () => idle.pop() ?? new Promise<Slot>((resolve) => waiting.push(resolve));
  return {
    ask: async (text) => {
      const slot = await acquire();
      return slot.ask(text).finally(() => release(slot));
    },
    close: () => {
      for (const slot of all) slot.close();
    },
  };
}

interface Slot {
  readonly ask: (text: string) => Promise<Answer>;
  readonly close: () => void;
}

// Starting a process from Node takes longer than the daemon takes to answer, so a shell does it, over and over.
const loop = 'while read -r file; do "$@" -n -f "$file" </dev/null >/dev/null 2>answer-"$file"; echo $?; done';

interface Shell {
  readonly process: ChildProcessByStdio<Writable, Readable, null>;
  /** Gives the exit status of the next run, undefined when the shell has ended. */
  readonly next: () => Promise<number | undefined>;
}

function startShell(daemon: Daemon, folder: string): Shell {
  // In a session of its own the daemon has no terminal to ask for a passphrase on.
  const child = spawn("/bin/sh", ["-c", loop, "sh", daemon.program, ...daemon.leading], {
    cwd: folder,
    detached: true,
    stdio: ["pipe", "pipe", "ignore"],
    env: { PATH: "/usr/sbin:/usr/bin:/sbin:/bin", LC_ALL: "C" },
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  child.stdin.on("error", () => {});
  const next = async () => {
    const { value, done } = await lines.next();
    return done ? undefined : Number(value);
  };
  return { process: child, next };
}

function openSlot(daemon: Daemon, folder: string, file: string): Slot {
  let shell: Shell | undefined;
  const ask = async (text: string) => {
    shell ??= startShell(daemon, folder);
    writeFileSync(join(folder, file), text, "latin1");
    const status = await askShell(shell, file);
    if (status === undefined) shell = undefined;
    return answerOf(file, status, readFileSync(join(folder, `answer-${file}`), "latin1"));
  };
  return { ask, close: () => shell?.process.stdin.end() };
}

// A run that takes too long is killed with its shell; the status is then undefined.
async function askShell(shell: Shell, file: string): Promise<number | undefined> {
  const { pid } = shell.process;
  const timer = setTimeout(() => pid !== undefined && process.kill(-pid, "SIGKILL"), timeLimit);
  shell.process.stdin.write(`${file}\n`);
  const status = await shell.next();
  clearTimeout(timer);
  return status;
}

function answerOf(file: string, status: number | undefined, output: string): Answer {
  const errors: (readonly [number, string])[] = [];
  const other: string[] = [];
  for (const line of output.split("\n").filter((text) => text !== "" && text !== "configuration OK")) {
    const located = line.startsWith(`${file}:`) ? /^(\d+): (.*)$/s.exec(line.slice(file.length + 1)) : null;
    if (located) errors.push([Number(located[1]), located[2] ?? ""]);
    else other.push(line);
  }
  return { ok: status === 0, errors, other: [...other, ...ending(status)] };
}

function ending(status: number | undefined): readonly string[] {
  if (status === undefined) return [`no answer in ${timeLimit / 1000} seconds`];
  return status > 128 ? [`killed by signal ${status - 128}`] : [];
}
