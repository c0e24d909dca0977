import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { build } from "esbuild";
import { checkoutFolder, type DaemonRelease, findDaemons } from "../conformance/daemon.ts";
import type { Answer, AskedEnvelope, Question, Response } from "./protocol.ts";

/** Asks the running daemon of one release what it does with envelopes. */
export interface Oracle {
  /**
   * The answers for a configuration, in the order of the envelopes. Its listeners are on 127.0.0.1 and ::1. `files` stand
   * where it says, by absolute path. Throws with smtpd's words where it does not start.
   */
  readonly ask: (
    text: string,
    envelopes: readonly AskedEnvelope[],
    files?: Readonly<Record<string, string>>,
  ) => Promise<readonly Answer[]>;
  /** The process that all others of it end with. */
  readonly pid: number;
  /** Ends the daemon and all that was made for it. */
  readonly close: () => Promise<void>;
}

/** An oracle, or the reason why there can be none here. */
export type Opened = { readonly oracle: Oracle } | { readonly reason: string };

/**
 * Makes a place for the daemon of a release: mounts, processes, network and root folder of its own, all of which are gone
 * when the process in it ends, however this one ends.
 */
export async function openOracle(release: DaemonRelease): Promise<Opened> {
  if (process.platform !== "linux" || process.getuid?.() !== 0)
    return { reason: "only root on Linux can isolate smtpd" };
  const { found, reason } = await findDaemons();
  const daemon = found.find((one) => one.release === release);
  if (daemon === undefined) return { reason: reason || `no smtpd ${release}` };
  const inside = await startInside(daemon.packages);
  const { problem } = await inside.next();
  return problem === undefined ? { oracle: oracleOf(inside) } : { reason: problem };
}

/** The answers of one release for one configuration; see `Oracle.ask`. Throws where no daemon can be asked here. */
export async function askDaemon(
  release: DaemonRelease,
  text: string,
  envelopes: readonly AskedEnvelope[],
): Promise<readonly Answer[]> {
  const opened = await openOracle(release);
  if ("reason" in opened) throw new Error(opened.reason);
  return opened.oracle.ask(text, envelopes).finally(opened.oracle.close);
}

interface Inside {
  readonly process: ChildProcessByStdio<Writable, Readable, Readable>;
  readonly next: () => Promise<Response>;
}

// A shell is the first process in there, since that one has to take note of every process that ends.
const isolation = ["--mount", "--net", "--pid", "--fork", "--kill-child", "--mount-proc"];
const shell = ["/bin/sh", "-c", '"$@"; exit $?', "sh"];

async function startInside(packages: string): Promise<Inside> {
  const node = [process.execPath, "--input-type=module", "--eval", await programInside(), packages];
  const child = spawn("unshare", [...isolation, ...shell, ...node], { stdio: ["pipe", "pipe", "pipe"] });
  let words = "";
  child.stderr.on("data", (piece: Buffer) => {
    words += piece.toString();
  });
  child.on("error", ({ message }) => {
    words += message;
  });
  child.stdin.on("error", () => {});
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async (): Promise<Response> => {
    const { value, done } = await lines.next();
    return done ? { problem: words.trim().split("\n")[0] || "no namespaces here" } : (JSON.parse(value) as Response);
  };
  return { process: child, next };
}

/** The program as one text, so that no file has to be written. */
async function programInside(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(checkoutFolder(), "test/daemons/inside/main.ts")],
    bundle: true,
    write: false,
    platform: "node",
    format: "esm",
    target: "node20",
    minify: true,
  });
  return outputFiles[0]?.text ?? "";
}

function oracleOf({ process: child, next }: Inside): Oracle {
  let last: Promise<unknown> = Promise.resolve();
  const putQuestion = async (question: Question) => {
    child.stdin.write(`${JSON.stringify(question)}\n`);
    const { answers, problem } = await next();
    if (answers === undefined) throw new Error(problem);
    return answers;
  };
  return {
    ask: (text, envelopes, files = {}) => {
      const asked = last.then(() => putQuestion({ text, files, envelopes }));
      last = asked.catch(() => undefined);
      return asked;
    },
    pid: child.pid ?? 0,
    close: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, "exit");
      child.stdin.end();
      await ended;
    },
  };
}
