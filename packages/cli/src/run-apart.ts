import { getHeapStatistics } from "node:v8";
import { Worker } from "node:worker_threads";
import { apartMark } from "./apart.ts";
import { type ExitCode, exitCodes } from "./exit-codes.ts";
import { openOutput } from "./output.ts";

/**
 * Runs the command in a thread of its own. When memory runs out there, that thread alone ends, and there is somebody left
 * to say so; otherwise the whole process would be killed with a page of numbers.
 */
export function runApart(parameters: readonly string[]): Promise<ExitCode> {
  const limit = Math.floor(getHeapStatistics().heap_size_limit / 1024 / 1024);
  const worker = new Worker(__filename, {
    argv: [...parameters],
    env: { ...process.env, [apartMark]: "1" },
    resourceLimits: { maxOldGenerationSizeMb: limit },
  });
  return new Promise((resolve, reject) => {
    worker.once("exit", (code) => resolve(code as ExitCode));
    worker.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "ERR_WORKER_OUT_OF_MEMORY") return reject(error);
      complain(`The input is too large: checking it takes more than ${limit} MB of memory.`);
      resolve(exitCodes.unreadable);
    });
  });
}

function complain(text: string): void {
  const errors = openOutput(2);
  errors.write(`smtpd-lint: ${text}\n`);
  errors.flush();
}
