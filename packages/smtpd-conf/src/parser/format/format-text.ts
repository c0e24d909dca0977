import { isAtLeast } from "../../language/releases.ts";
import type { Line } from "../ast/nodes.ts";
import type { Configuration } from "../configuration.ts";
import type { Edit } from "../edit.ts";
import { parseConfiguration } from "../parse-configuration.ts";
import type { ParseInput } from "../parse-input.ts";
import type { Source, Span } from "../source.ts";
import { findRows } from "./find-rows.ts";
import { renderRows, type Section } from "./render-rows.ts";
import type { PlacedStatement } from "./row.ts";
import { firstDifference } from "./same-meaning.ts";
import { hasLateNewline } from "./statement-shape.ts";

/** The columns that a line keeps to where it can be divided. */
export const lineWidth = 80;

/** What came of formatting a text. */
export type Formatting = FormattedText | UnformattableText;

export interface FormattedText {
  readonly kind: "formatted";
  readonly text: string;
  /** What makes the formatted text out of the other: the lines that change. */
  readonly edits: readonly Edit[];
  /** The statements that stay as they are. */
  readonly left: readonly LeftStatement[];
}

/** A statement that stays as it is: smtpd refuses it, or its lines cannot be changed safely. */
export interface LeftStatement {
  readonly span: Span;
  readonly isRefused: boolean;
}

/** No statement of smtpd.conf stands in the text, so that it is hardly meant to be one. */
export interface UnformattableText {
  readonly kind: "unformattable";
}

/** How often a statement may turn out to mean something else once it is formatted: each costs a round of its own. */
const mostRounds = 20;

/**
 * Formats a text without changing what smtpd reads in it, the order and the words of its statements and comments included.
 *
 * Where the input names a target of 7.5 or later, lists may get newlines that only those releases take. Without a target,
 * every release that took the text before takes it afterwards. Included files are read for their macros, not formatted.
 */
export function formatText(input: ParseInput): Formatting {
  const configuration = parseConfiguration(input);
  if (!isSmtpdConf(configuration)) return { kind: "unformattable" };
  const plainNewlines = takesPlainNewlines(input, configuration);
  const kept = new Set<Line>();
  for (let round = 0; round < mostRounds; round++) {
    const formatted = formatExcept(configuration, kept, plainNewlines);
    const after = parseConfiguration({ ...input, text: formatted.text });
    const difference = firstDifference(configuration, after, plainNewlines);
    if (difference === undefined) return formatted;
    if (difference === "other" || kept.has(difference)) break;
    kept.add(difference);
  }
  return unchanged(configuration);
}

/** The edits of `formatText` that touch a range of the text, its ends included; none where it is unformattable. */
export function formatTextRange(input: ParseInput, { start, end }: Pick<Span, "start" | "end">): readonly Edit[] {
  const formatting = formatText(input);
  if (formatting.kind === "unformattable") return [];
  return formatting.edits.filter(({ span }) => span.start <= end && start <= span.end);
}

/** Whether there is a statement in it, or nothing that was meant to be one. */
function isSmtpdConf({ lines }: Configuration): boolean {
  return lines.length === 0 || lines.some(({ kind }) => kind !== "BrokenStatement");
}

/** Whether a list can have newlines that only 7.5 and later take: for the sake of the target, or since one has them. */
function takesPlainNewlines({ target }: ParseInput, { lines }: Configuration): boolean {
  if (target !== undefined) return isAtLeast(target, "7.5");
  return lines.some((line) => line.kind !== "BrokenStatement" && hasLateNewline(line));
}

function formatExcept(configuration: Configuration, kept: ReadonlySet<Line>, plainNewlines: boolean): FormattedText {
  const source = configuration.sources[0] as Source;
  const rows = findRows(configuration, source, kept);
  const sections = renderRows(rows, source.text, { width: lineWidth, plainNewlines });
  const left = rows.flatMap((row) => (row.kind === "other" ? row.statements : []));
  const text = sections.map((section) => section.text).join("");
  return {
    kind: "formatted",
    text,
    edits: sections.flatMap((section) => editsOf(section, source)),
    left: left.map((one) => leftStatement(one, source)),
  };
}

function leftStatement({ line, start, end }: PlacedStatement, source: Source): LeftStatement {
  return { span: { source, start, end }, isRefused: line.kind === "BrokenStatement" };
}

/** All statements stay as they are. */
function unchanged(configuration: Configuration): FormattedText {
  const [source] = configuration.sources as [Source];
  const rows = findRows(configuration, source, new Set(configuration.lines));
  const statements = rows.flatMap((row) => (row.kind === "other" ? row.statements : []));
  const left = statements.map((one) => leftStatement(one, source));
  return { kind: "formatted", text: source.text, edits: [], left };
}

/** The edit that a section is, without what stays the same at its ends. */
function editsOf({ start, end, text }: Section, source: Source): Edit[] {
  const before = source.text.slice(start, end);
  if (before === text) return [];
  let head = 0;
  while (head < before.length && before[head] === text[head]) head++;
  let tail = 0;
  const most = Math.min(before.length, text.length) - head;
  while (tail < most && before.at(-1 - tail) === text.at(-1 - tail)) tail++;
  return [{ span: { source, start: start + head, end: end - tail }, text: text.slice(head, text.length - tail) }];
}
