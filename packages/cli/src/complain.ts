import type { ExitCode } from "./exit-codes.ts";
import { openOutput } from "./output.ts";

/** What ends a command early: a complaint for standard error, and the exit status. */
export interface Failure {
  readonly complaint: string;
  readonly code: ExitCode;
}

/** Several failures as one that ends as the first of them would; undefined where there is none. */
export function joinFailures(failures: readonly Failure[]): Failure | undefined {
  const [first] = failures;
  const complaints = new Set(failures.map(({ complaint }) => complaint));
  return first && { ...first, complaint: [...complaints].join("\nsmtpd-lint: ") };
}

/** Writes a complaint to standard error; gives the exit status that goes with it. */
export function complain({ complaint, code }: Failure): ExitCode {
  const errors = openOutput(2);
  errors.write(`smtpd-lint: ${complaint}\n`);
  errors.flush();
  return code;
}
