import { type Diagnostic, fixText, type LintInput, type LintResult, lint, rules } from "smtpd-conf";
import { unifiedDiff } from "../../packages/cli/src/formats/unified-diff.ts";
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
      if (source.text !== fixed) return false;
      return linesOf(fixed, start, end).some((line) => opened.has(line) || isTableOf(line, fixed, opened));
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
  const changes = changesIn(unifiedDiff("smtpd.conf", text, fixed, { colored: false, shown: false }));
  const opened = new Set(sameLines(text, fixed, troubled));
  for (const { removed, added } of changes) {
    if (removed.some((line) => troubled.has(line))) for (const line of added) opened.add(line);
  }
  for (const line of troubled) {
    const above = changes.filter(({ at }) => at <= line);
    if (above.some(({ removed }) => removed.includes(line))) continue;
    opened.add(above.reduce((place, { removed, added }) => place + added.length - removed.length, line));
  }
  return opened;
}

/** The lines of the new text with the same words as some of the old one: where a text has a line twice, `diff` may take either. */
function sameLines(text: string, fixed: string, wanted: ReadonlySet<number>): readonly number[] {
  const wordsIn = (line: string) => line.match(/\w+/g)?.join(" ").toLowerCase() ?? "";
  const words = new Set(text.split("\n").flatMap((line, index) => (wanted.has(index + 1) ? [wordsIn(line)] : [])));
  return fixed.split("\n").flatMap((line, index) => (words.has(wordsIn(line)) ? [index + 1] : []));
}

/** Whether a line belongs to a table that a line among others names: what no statement asks for, nobody judges. */
function isTableOf(line: number, text: string, users: ReadonlySet<number>): boolean {
  const lines = text.split("\n");
  const start = lines.slice(0, line).findLast((above) => /^\s*table\s/.test(above));
  const name = /^\s*table\s+["']?([\w.-]+)/.exec(start ?? "")?.[1];
  if (name === undefined) return false;
  return lines.some((other, index) => users.has(index + 1) && other.split(/[^\w.-]+/).includes(name));
}

/** Lines that follow one another and were replaced: those of the old text, and those of the new one. */
interface LineChange {
  /** The line of the old text that the change begins at. */
  readonly at: number;
  readonly removed: number[];
  readonly added: number[];
}

function changesIn(diff: string): readonly LineChange[] {
  const changes: LineChange[] = [];
  let [from, to] = [0, 0];
  let change: LineChange | undefined;
  for (const line of diff.split("\n").slice(2)) {
    const [, oldStart, newStart] = /^@@ -(\d+)(?:,\d+)? \+(\d+)/.exec(line) ?? [];
    if (oldStart !== undefined) [from, to] = [Number(oldStart), Number(newStart)];
    if (line.startsWith("-") || line.startsWith("+")) {
      change ??= { at: from, removed: [], added: [] };
      if (!changes.includes(change)) changes.push(change);
      if (line.startsWith("-")) change.removed.push(from++);
      else change.added.push(to++);
    } else if (!line.startsWith("\\")) {
      change = undefined;
      if (oldStart === undefined) [from, to] = [from + 1, to + 1];
    }
  }
  return changes;
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

function linesOf(text: string, start: number, end: number): readonly number[] {
  const first = text.slice(0, start).split("\n").length;
  const last = first + text.slice(start, end).split("\n").length - 1;
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
