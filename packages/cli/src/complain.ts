import type { ExitCode } from "./exit-codes.ts";
import { openOutput } from "./output.ts";

/** What ends a command early: a complaint for standard error, and the exit status. */
export interface Failure {
  readonly complaint: string;
  readonly code: ExitCode;
}

/** Writes a complaint to standard error; gives the exit status that goes with it. */
export function complain({ complaint, code }: Failure): ExitCode {
  const errors = openOutput(2);
  errors.write(`smtpd-lint: ${complaint}\n`);
  errors.flush();
  return code;
}
