import type { Failure } from "./complain.ts";
import { openOutput, type ReportOutput } from "./output.ts";

/** A standard stream (1 or 2), or the file of that path. It must not be one of those that are to be checked. */
export async function openReport(
  path: string | undefined,
  checked: readonly string[],
  stream: 1 | 2,
): Promise<ReportOutput | Failure> {
  if (path === undefined) return { ...openOutput(stream), save: () => undefined };
  return (await import("./report-file.ts")).openReportFile(path, checked);
}
