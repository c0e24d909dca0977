import type { Diagnostic, Source, Span } from "smtpd-conf";
import { indexLines, type LineIndex, positionAt } from "../line-index.ts";
import type { Output } from "../output.ts";
import type { Format, FormatSettings, LintedFile } from "../report.ts";
import { excerptOf } from "./excerpt.ts";
import { fixedLine } from "./fixed-line.ts";
import { openPaint, type Paint } from "./paint.ts";
import { createTally } from "./summary.ts";
import { visible } from "./visible.ts";

/** The format for people: each finding with the lines that it is about, and a sentence about all of them at the end. */
export function openText(output: Output, settings: FormatSettings): Format {
  const paint = openPaint(settings.colored);
  const tally = createTally(settings.target, paint);
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
  const indexes = new Map<Source, LineIndex>();
  const indexOf = (source: Source) => {
    const index = indexes.get(source) ?? indexLines(source.text);
    indexes.set(source, index);
    return index;
  };
  for (const diagnostic of diagnostics) write(linesOf(diagnostic, indexOf, paint).join("\n"));
}

type Indexes = (source: Source) => LineIndex;

function linesOf(diagnostic: Diagnostic, indexOf: Indexes, paint: Paint): string[] {
  const { severity, message, code, span } = diagnostic;
  const place = paint("place", `${placeOf(span, indexOf)}:`);
  const head = `${place} ${paint(severity, `${severity}:`)} ${visible(message)} ${paint("code", `[${code}]`)}`;
  const excerpt = excerptOf(span, indexOf(span.source), paint, severity);
  return [head, ...excerpt, ...remarksOn(diagnostic, indexOf).map((remark) => paintRemark(remark, paint))];
}

type Remark = readonly [label: "help" | "note" | "fix", text: string];

/** What else there is to say of a finding, in order. */
function remarksOn({ help, related, fixes, span }: Diagnostic, indexOf: Indexes): Remark[] {
  const remarks: Remark[] = help === undefined ? [] : [["help", help]];
  for (const { span: place, message } of related) remarks.push(["note", `${placeOf(place, indexOf)}: ${message}`]);
  for (const by of includersOf(span)) remarks.push(["note", `${placeOf(by, indexOf)}: The file is included here.`]);
  for (const fix of fixes) remarks.push(["fix", fixedLine(fix, span, indexOf) ?? `${fix.title}.`]);
  return remarks;
}

/** The `include` that brought in the file of a range, and what included that one in turn. */
function includersOf({ source: { includedBy } }: Span): Span[] {
  return includedBy === undefined ? [] : [includedBy, ...includersOf(includedBy)];
}

function paintRemark([label, text]: Remark, paint: Paint): string {
  return `    ${paint("frame", "=")} ${paint("strong", `${label}:`)} ${visible(text)}`;
}

/** `path:line:column` */
function placeOf(span: Span, indexOf: Indexes): string {
  const { line, column } = positionAt(indexOf(span.source), span.start);
  return `${visible(span.source.path)}:${line}:${column}`;
}
