import type { Line, PartialStatement } from "smtpd-conf";

/** What a line says as a statement: of one that smtpd refuses, the part that can be read, if any. */
export function statementOf(line: Line | undefined): PartialStatement | undefined {
  return line?.kind === "BrokenStatement" ? line.partial : line;
}
