import type { FileToLint } from "../lint-file.ts";
import type { FileReport } from "../report.ts";

/** Files for a worker: those from position `first` of the run on. */
export interface Task {
  readonly first: number;
  readonly files: readonly FileToLint[];
}

/** What came of them, in order. */
export interface Answer {
  readonly first: number;
  readonly reports: readonly FileReport[];
  /** Files that this worker could not look at so far, since this user may not read them. */
  readonly hidden: readonly string[];
}

/** Set in the environment of a worker. */
export const workerMark = "SMTPD_LINT_WORKER";
