import { parentPort } from "node:worker_threads";
import { shareSurroundings } from "../host/open-surroundings.ts";
import { lintEach } from "../lint-each.ts";
import { lintFile } from "../lint-file.ts";
import { plainReport } from "./plain-report.ts";
import type { Answer, Task } from "./protocol.ts";

/** Checks the files that the main thread sends, until it has no more. */
export function serveLinting(): void {
  const surroundings = shareSurroundings();
  parentPort?.on("message", async ({ files, first }: Task) => {
    const reports = [];
    for await (const report of lintEach(files, lintFile, surroundings)) reports.push(plainReport(report));
    const answer: Answer = { first, reports, hidden: [...surroundings.hidden()] };
    parentPort?.postMessage(answer);
  });
}
