import type { Diagnostic } from "smtpd-conf";
import type { Output } from "../output.ts";
import type { Format, FormatSettings, LintedFile } from "../report.ts";
import { drawBlock, type Indexes, inclusionRemarks, openIndexes, placeOf, type Remark } from "./block.ts";
import { fixedLine } from "./fixed-line.ts";
import { openPaint, type Paint } from "./paint.ts";
import { createTally } from "./summary.ts";

/** The format for people: each finding with the lines that it is about, and a sentence about all of them at the end. */
export function openText(output: Output, settings: FormatSettings): Format {
  const paint = openPaint(settings.colored);
  const tally = createTally(paint);
  let separator = "";
  const writeBlock = (text: string) => {
    output.write(`${separator}${text}\n`);
    separator = "\n";
  };
  return {
    file: (report) => {
      tally.add(report);
      if (report.kind === "linted") writeFindings(report, writeBlock, paint);
    },
    end: () => {
      if (settings.summary) writeBlock(tally.sentence());
    },
  };
}

function writeFindings({ diagnostics }: LintedFile, write: (text: string) => void, paint: Paint): void {
  const indexOf = openIndexes();
  for (const diagnostic of diagnostics) {
    const { severity, message, code, span } = diagnostic;
    const remarks = remarksOn(diagnostic, indexOf);
    const block = { span, ink: severity, label: severity, message, code, remarks };
    write(drawBlock(block, indexOf, paint).join("\n"));
  }
}

/** What else there is to say of a finding, in order. */
function remarksOn({ help, related, fixes, span }: Diagnostic, indexOf: Indexes): Remark[] {
  const remarks: Remark[] = help === undefined ? [] : [["help", help]];
  for (const { span: place, message } of related) remarks.push(["note", `${placeOf(place, indexOf)}: ${message}`]);
  remarks.push(...inclusionRemarks(span.source, indexOf));
  for (const fix of fixes) remarks.push(["fix", fixedLine(fix, span, indexOf) ?? `${fix.title}.`]);
  return remarks;
}
