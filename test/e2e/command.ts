import { execFileSync, type SpawnSyncOptions, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const checkout: string = fileURLToPath(new URL("../..", import.meta.url));
export const program: string = join(checkout, "packages/cli/bin/smtpd-lint.cjs");
const bundle = join(checkout, "packages/cli/dist/smtpd-lint.cjs");

/** What a run of the command printed, and how it ended. */
export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly input?: string | Uint8Array;
  /** What the environment holds besides PATH. */
  readonly environment?: Readonly<Record<string, string>>;
  readonly stdio?: SpawnSyncOptions["stdio"];
  readonly user?: number;
}

const timeLimit = 30_000;

/** Runs the bundled command; it may take half a minute. */
export function runCommand(parameters: readonly string[], options: RunOptions = {}): Run {
  const { cwd, input, environment, stdio, user } = options;
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...parameters], {
    cwd,
    input,
    stdio,
    uid: user,
    env: { PATH: process.env["PATH"] ?? "", ...environment },
    encoding: "utf8",
    timeout: timeLimit,
    maxBuffer: 1024 * 1024 * 1024,
  });
  return { status, stdout, stderr };
}

/** Bundles the command, unless it is newer than all that it is made of. Of several test files only one does it. */
export function prepareCommand(): void {
  const lock = join(checkout, "packages/cli/dist/.bundling");
  mkdirSync(join(lock, ".."), { recursive: true });
  while (!takeLock(lock)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
  try {
    if (!isFresh()) execFileSync(process.execPath, [join(checkout, "packages/cli/bundle.mjs")], { stdio: "inherit" });
  } finally {
    rmSync(lock, { recursive: true });
  }
}

/** Whether the lock is ours now. One that is a minute old was left by a run that was killed. */
function takeLock(lock: string): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > 60_000) rmSync(lock, { recursive: true, force: true });
    return false;
  }
}

function isFresh(): boolean {
  const sources = [
    "packages/cli/bundle.mjs",
    "packages/cli/package.json",
    ...sourcesOf("cli"),
    ...sourcesOf("smtpd-conf"),
  ];
  return (
    existsSync(bundle) && sources.every((path) => statSync(join(checkout, path)).mtimeMs < statSync(bundle).mtimeMs)
  );
}

function sourcesOf(name: string): string[] {
  const folder = `packages/${name}/src`;
  const names = readdirSync(join(checkout, folder), { recursive: true, encoding: "utf8" });
  return names.filter((path) => /(?<!\.test)\.ts$/.test(path)).map((path) => join(folder, path));
}
