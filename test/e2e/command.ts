import { type SpawnSyncOptions, spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { prepareBundle } from "../tools/prepare-bundle.ts";

export const checkout: string = fileURLToPath(new URL("../..", import.meta.url));
export const program: string = join(checkout, "packages/cli/bin/smtpd-lint.cjs");

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

/** Bundles the command, unless it is newer than all that it is made of. */
export function prepareCommand(): void {
  prepareBundle({ folder: "cli", file: "dist/smtpd-lint.cjs", packages: ["cli", "smtpd-conf"] });
}
