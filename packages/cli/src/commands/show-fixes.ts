import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { isColored, writesToTerminal } from "../formats/open-format.ts";
import { type DiffLook, unifiedDiff } from "../formats/unified-diff.ts";
import { several } from "../formats/words.ts";
import { lintAll } from "../lint-all.ts";
import type { FileToLint } from "../lint-file.ts";
import type { FixRequest, Options } from "../options.ts";
import { openOutput, writeBytes } from "../output.ts";
import type { Fixing } from "../report.ts";

/**
 * Shows what fixing files would change, and writes none of them. As with ruff, the exit status is 1 where there is
 * something to fix and 0 where there is not, whatever else is wrong.
 */
export async function showFixes(
  files: readonly FileToLint[],
  fix: FixRequest,
  { color, quiet }: Options,
): Promise<ExitCode> {
  const errors = openOutput(2);
  const look: DiffLook = { colored: await isColored(color), shown: await writesToTerminal() };
  const fixed = { fixes: 0, files: 0 };
  let code: ExitCode = exitCodes.accepted;
  for await (const report of (await lintAll(files, fix)).reports) {
    if (report.kind === "unread") {
      errors.write(`smtpd-lint: ${report.path}: ${report.reason}.\n`);
      code = exitCodes.unreadable;
    } else if (report.fixing !== undefined && writeDiff(report.path, report.fixing, look)) {
      fixed.files++;
      fixed.fixes += report.fixing.fixed;
      if (code === exitCodes.accepted) code = exitCodes.refused;
    }
  }
  if (!quiet) errors.write(`${sentenceFor(fixed.fixes, fixed.files)}\n`);
  errors.flush();
  return code;
}

/** Writes the differences of one file; says whether there are any. */
function writeDiff(path: string, { before, after, encoding }: Fixing, look: DiffLook): boolean {
  const diff = unifiedDiff(path, before, after, look);
  // What is shown has pictures in place of what a terminal obeys; they are not in latin1.
  writeBytes(1, Buffer.from(diff, look.shown || look.colored ? "utf8" : encoding));
  return diff !== "";
}

function sentenceFor(fixes: number, files: number): string {
  if (files === 0) return "There is nothing that could be fixed.";
  return `${several(fixes, "finding")} would be fixed in ${several(files, "file")}.`;
}
