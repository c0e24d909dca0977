import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync, readFileSync, readSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/** A daemon that has been started and listens. */
export interface RunningDaemon {
  /** Forgets what was traced so far. */
  readonly skipTrace: () => void;
  /** The lines that were traced since. */
  readonly readTrace: () => readonly string[];
  /** Ends it, and waits until it has ended. */
  readonly stop: () => Promise<void>;
}

const timeLimit = 10_000;
const interval = 2;

/** Starts smtpd in its root with a configuration. Throws with its last words when it does not come up. */
export async function startDaemon(root: string, text: string): Promise<RunningDaemon> {
  writeFileSync(join(root, "etc/smtpd.conf"), text, "latin1");
  const log = join(root, "tmp/log");
  const output = openSync(log, "w");
  const parameters = [root, "/usr/sbin/smtpd", "-d", "-v", "-T", "rules", "-T", "lookup", "-f", "/etc/smtpd.conf"];
  // In a session of its own it has no terminal, and is not reached by signals that are meant for others.
  const child = spawn("chroot", parameters, { stdio: ["ignore", output, output], detached: true });
  closeSync(output);
  await untilReady(child, log);
  const trace = openTrace(log);
  const stop = async () => {
    trace.close();
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill("SIGTERM");
    await once(child, "exit");
  };
  return { skipTrace: trace.skip, readTrace: trace.read, stop };
}

// It takes connections once the process that listens has been given its ruleset.
async function untilReady(child: ChildProcess, log: string): Promise<void> {
  for (let waited = 0; waited < timeLimit; waited += interval) {
    const words = readFileSync(log, "latin1");
    if (words.includes("smtp: will accept at most")) return;
    if (child.exitCode !== null) throw new Error(lastWords(words));
    await pause(interval);
  }
  child.kill("SIGKILL");
  throw new Error(`smtpd did not start within ${timeLimit / 1000} seconds: ${lastWords(readFileSync(log, "latin1"))}`);
}

function lastWords(log: string): string {
  const lines = log.split("\n").filter((line) => line !== "" && !/^(debug|info|setup_\w+|mta_\w+): /.test(line));
  return lines.slice(-3).join("; ") || "smtpd ended without a word";
}

// A file is read and not a pipe: what the daemon wrote before it answered is there for sure when the answer is.
function openTrace(log: string) {
  const input = openSync(log, "r");
  const piece = Buffer.alloc(64 * 1024);
  const read = () => {
    let text = "";
    for (let length = readSync(input, piece); length > 0; length = readSync(input, piece))
      text += piece.toString("latin1", 0, length);
    return text.split("\n");
  };
  return { read, skip: () => void read(), close: () => closeSync(input) };
}
