import { structuredPatch } from "diff";
import { type Diagnostic, fixText, type LintInput, type LintResult, lint, rules } from "smtpd-conf";
import { noFolder, type WrongText } from "./wrong-texts.ts";

/** What came of fixing a text, and what is wrong with that. */
export interface Judgement {
  readonly fixed: string;
  readonly applied: readonly string[];
  /** The codes of fixes that were left out. */
  readonly left: readonly string[];
  readonly rounds: number;
  /** What must never happen, each in a sentence. */
  readonly faults: readonly string[];
}

/** Fixes a text and holds the result against what fixing promises. */
export function judgeFixes(wrong: WrongText, suggested: boolean): Judgement {
  const before = lint(inputFor(wrong, wrong.text));
  const { text: fixed, applied, left, rounds, result } = fixText(inputFor(wrong, wrong.text), { suggested });
  const again = fixText(inputFor(wrong, fixed), { suggested });
  const faults = [
    ...(again.text === fixed ? [] : [`fixed again, it becomes ${JSON.stringify(again.text)}`]),
    ...(before.verdict === "accepted" && result.verdict === "rejected" ? ["smtpd would refuse it now"] : []),
    ...newCodes(before, result, wrong.text, fixed).map((code) => `there is a new finding: ${code}`),
  ];
  const codes = (fixes: readonly { readonly code: string }[]) => fixes.map(({ code }) => code);
  return { fixed, applied: codes(applied), left: codes(left), rounds, faults };
}

export function inputFor({ target, rules: selection, tableFiles }: WrongText, text: string): LintInput {
  return { path: "smtpd.conf", text, encoding: "latin1", target, files: noFolder, tableFiles, rules: selection };
}

const wholeFileRules = new Set(rules.filter(({ scope }) => scope === "configuration").map(({ code }) => code));
const valueRules = new Set(rules.filter(({ category }) => category === "type").map(({ code }) => code));

/**
 * The codes with more findings than before, by another measure than that of the library: lines. A finding does not count
 * that stands in lines that were changed, or speaks of such lines, where smtpd made nothing of them before; nor what can
 * only be said of a file that smtpd accepts, where it refused it before.
 */
function newCodes(before: LintResult, after: LintResult, text: string, fixed: string): readonly string[] {
  const opened = openedLines(before, text, fixed);
  const isOpened = ({ span, related }: Diagnostic) =>
    [span, ...related.map((place) => place.span)].some(({ source, start, end }) => {
      return source.text === fixed && linesOf(fixed, start, end).some((line) => opened.has(line));
    });
  const refused = before.verdict === "rejected";
  const counting = after.diagnostics.filter((finding) => {
    const { code } = finding;
    if (refused && (code === "no-rules" || (after.verdict === "accepted" && wholeFileRules.has(code)))) return false;
    return !isOpened(finding);
  });
  const number = (list: readonly Diagnostic[], code: string) => list.filter((one) => one.code === code).length;
  const codes = new Set(counting.map(({ code }) => code));
  return [...codes].filter((code) => number(counting, code) > number(before.diagnostics, code));
}

/** The lines of the fixed text that stand for lines that smtpd refused, or could make nothing of. */
function openedLines(before: LintResult, text: string, fixed: string): ReadonlySet<number> {
  const troubled = troubledLines(before, text);
  const opened = new Set<number>();
  const { hunks } = structuredPatch("a", "b", text, fixed, undefined, undefined, { context: 0 });
  const unchanged = openLineMap(hunks);
  for (const line of troubled) {
    const same = unchanged(line);
    if (same !== undefined) opened.add(same);
  }
  for (const { oldStart, oldLines, newStart, newLines } of hunks) {
    const old = Array.from({ length: oldLines }, (_, index) => oldStart + index);
    if (!old.some((line) => troubled.has(line))) continue;
    for (let index = 0; index < newLines; index++) opened.add(newStart + index);
  }
  return opened;
}

/** The lines with what smtpd refuses, and those of statements with a value that means nothing to it. */
function troubledLines({ configuration, diagnostics }: LintResult, text: string): ReadonlySet<number> {
  const { lines, skipped } = configuration;
  const values = diagnostics.filter(({ code, span }) => valueRules.has(code) && span.source.text === text);
  const spans = [
    ...diagnostics.filter(({ kind }) => kind === "check").map(({ span }) => span),
    ...lines.filter(({ kind, start, end }) => {
      return kind === "BrokenStatement" || values.some(({ span }) => start <= span.start && span.end <= end);
    }),
    ...skipped,
  ];
  const own = spans.filter(({ source }) => source.text === text);
  return new Set(own.flatMap(({ start, end }) => linesOf(text, start, end)));
}

type Hunks = ReturnType<typeof structuredPatch>["hunks"];

/** Where a line of the old text stands in the new one; undefined where it was changed. */
function openLineMap(hunks: Hunks): (line: number) => number | undefined {
  return (line) => {
    let moved = line;
    for (const { oldStart, oldLines, newLines } of hunks) {
      if (line >= oldStart && line < oldStart + oldLines) return undefined;
      if (line >= oldStart + oldLines) moved += newLines - oldLines;
    }
    return moved;
  };
}

function linesOf(text: string, start: number, end: number): readonly number[] {
  const first = text.slice(0, start).split("\n").length;
  const last = first + text.slice(start, end).split("\n").length - 1;
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
