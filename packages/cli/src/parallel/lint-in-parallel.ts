import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { FileToLint } from "../lint-file.ts";
import type { FileReport } from "../report.ts";
import { type Answer, type Task, workerMark } from "./protocol.ts";

/** Files that are sent at once: few enough that the workers end at about the same time. */
const filesAtOnce = 8;

/** Tasks that a worker has at most, so that it need not wait for the next. */
const tasksAtOnce = 2;

/** A run over many files in several threads. */
export interface ParallelRun {
  /** What came of each file, in their order. */
  readonly reports: AsyncIterable<FileReport>;
  /** Files that could not be looked at; complete once all reports are there. */
  readonly hidden: ReadonlySet<string>;
}

/** Checks files in so many threads. Throws what goes wrong in one of them: a mistake of ours, or memory that runs out. */
export function lintInParallel(files: readonly FileToLint[], threads: number): ParallelRun {
  const hidden = new Set<string>();
  const answers = new Map<number, (answer: Answer) => void>();
  const waiting = tasksOf(files);
  const fail = openFailure();
  const pending = waiting.map(({ first }) => new Promise<Answer>((resolve) => answers.set(first, resolve)));
  const workers = Array.from({ length: Math.min(threads, waiting.length) }, () => {
    const worker = new Worker(join(__dirname, "../bin/smtpd-lint.cjs"), { env: { ...process.env, [workerMark]: "1" } });
    const send = () => {
      const task = waiting.shift();
      if (task !== undefined) worker.postMessage(task);
    };
    worker.on("message", (answer: Answer) => {
      for (const path of answer.hidden) hidden.add(path);
      answers.get(answer.first)?.(answer);
      send();
    });
    worker.on("error", fail.now);
    for (let task = 0; task < tasksAtOnce; task++) send();
    return worker;
  });
  return { hidden, reports: inOrder(pending, fail.ever, () => Promise.all(workers.map((one) => one.terminate()))) };
}

function tasksOf(files: readonly FileToLint[]): Task[] {
  const tasks: Task[] = [];
  for (let first = 0; first < files.length; first += filesAtOnce) {
    tasks.push({ first, files: files.slice(first, first + filesAtOnce) });
  }
  return tasks;
}

/** Gives the reports of each answer as soon as those before it are there. */
async function* inOrder(
  pending: readonly Promise<Answer>[],
  failure: Promise<never>,
  end: () => Promise<unknown>,
): AsyncGenerator<FileReport> {
  try {
    for (const answer of pending) yield* (await Promise.race([answer, failure])).reports;
  } finally {
    await end();
  }
}

interface Failure {
  readonly now: (error: unknown) => void;
  readonly ever: Promise<never>;
}

/** A promise that never comes true, and fails when it is told to. */
function openFailure(): Failure {
  let now: Failure["now"] = () => {};
  const ever = new Promise<never>((_, reject) => {
    now = reject;
  });
  // Where all goes well nobody waits for it any more.
  ever.catch(() => {});
  return { now, ever };
}
