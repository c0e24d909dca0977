import { type ExitCode, exitCodes } from "./exit-codes.ts";
import type { FileReport } from "./report.ts";

/** Gathers what came of the files of a run. */
export interface Outcome {
  readonly add: (report: FileReport) => void;
  readonly code: () => ExitCode;
}

export function openOutcome(): Outcome {
  let worst: ExitCode = exitCodes.accepted;
  return {
    add: (report) => {
      const code = exitCodeOf(report);
      if (code > worst) worst = code;
    },
    code: () => worst,
  };
}

function exitCodeOf(report: FileReport): ExitCode {
  if (report.kind === "unread") return exitCodes.unreadable;
  const wrong = report.verdict === "rejected" || report.diagnostics.some(({ severity }) => severity === "error");
  return wrong ? exitCodes.refused : exitCodes.accepted;
}
