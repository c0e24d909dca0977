import type { Line, Statement } from "../ast/nodes.ts";
import type { Configuration } from "../configuration.ts";
import type { Source, Span } from "../source.ts";
import { collectLexemes, type Written } from "./collect-lexemes.ts";
import type { Lexeme } from "./lexeme.ts";
import type { PlacedStatement, Row, StatementRow } from "./row.ts";
import { shapeOf } from "./statement-shape.ts";
import { unitsOf } from "./units.ts";

/**
 * Something that stands in the text: a statement as far as its tokens reach, a comment, the use of a macro, a newline
 * outside of these, a newline that a backslash takes away, or anything that has no place between statements.
 */
interface Mark {
  readonly kind: "statement" | "comment" | "macro" | "newline" | "fold" | "odd";
  readonly start: number;
  readonly end: number;
  readonly line?: Line;
}

/**
 * Divides the text of a source into rows; what lies between them is blank lines. Statements in `kept` stay as they are, and
 * so does every line that is not plainly one whole statement: what smtpd refuses or does not read, two statements on one
 * line, a backslash that joins nothing.
 */
export function findRows(configuration: Configuration, source: Source, kept: ReadonlySet<Line>): readonly Row[] {
  const rows: Row[] = [];
  let start = 0;
  let marks: Mark[] = [];
  for (const mark of withGaps(marksIn(configuration, source), source.text)) {
    if (mark.kind !== "newline") marks.push(mark);
    else {
      if (marks.length > 0) rows.push(rowFrom({ source, start, end: mark.start }, marks, kept));
      start = mark.end;
      marks = [];
    }
  }
  if (marks.length > 0) rows.push(rowFrom({ source, start, end: source.text.length }, marks, kept));
  return rows;
}

/** What was read of a source, in the order of the text. A statement stands before what is within it. */
function marksIn(configuration: Configuration, source: Source): Mark[] {
  const { lines, comments, macroUses, skipped, stoppedAt } = configuration;
  const marks: Mark[] = [];
  const add = (kind: Mark["kind"], span: Span) => {
    if (span.source === source) marks.push({ kind, start: span.start, end: span.end });
  };
  for (const line of lines) {
    const extent = extentOf(line, source);
    if (extent !== undefined) marks.push({ kind: "statement", ...extent, line });
  }
  for (const comment of comments) add("comment", comment);
  for (const use of macroUses) add("macro", use);
  for (const rest of skipped) add("odd", rest);
  if (stoppedAt !== undefined) add("odd", { ...stoppedAt, end: stoppedAt.source.text.length });
  return marks.sort((a, b) => a.start - b.start);
}

/** From the first to the last token of a statement, without the newlines that a list without its `}` ends in. */
function extentOf({ tokens }: Line, source: Source): { readonly start: number; readonly end: number } | undefined {
  const last = tokens.findLastIndex((token) => token.kind !== "Newline");
  const own = tokens.slice(0, last + 1).filter((token) => token.source === source);
  const [first] = own;
  if (first === undefined) return undefined;
  return { start: first.start, end: own.reduce((end, token) => Math.max(end, token.end), first.end) };
}

/** The same with the marks for what stands between them. */
function withGaps(marks: readonly Mark[], text: string): Mark[] {
  const all: Mark[] = [];
  let position = 0;
  for (const mark of marks) {
    for (const gap of gapMarks(text, position, mark.start)) all.push(gap);
    all.push(mark);
    position = Math.max(position, mark.end);
  }
  for (const gap of gapMarks(text, position, text.length)) all.push(gap);
  return all;
}

function gapMarks(text: string, from: number, to: number): Mark[] {
  return Array.from(text.slice(from, to).matchAll(/\\?\n|[^ \t]/g), ({ 0: piece, index }) => {
    const kind = piece === "\n" ? "newline" : piece === "\\\n" ? "fold" : "odd";
    return { kind, start: from + index, end: from + index + piece.length };
  });
}

function rowFrom(span: Span, marks: readonly Mark[], kept: ReadonlySet<Line>): Row {
  const statements = statementsIn(marks);
  return plainRow(span, marks, statements, kept) ?? { kind: "other", start: span.start, end: span.end, statements };
}

function statementsIn(marks: readonly Mark[]): PlacedStatement[] {
  return marks.flatMap(({ line, start, end }) => (line === undefined ? [] : { line, start, end }));
}

/** A row that can be formatted; undefined where there is anything unusual about it. */
function plainRow(
  span: Span,
  marks: readonly Mark[],
  statements: readonly PlacedStatement[],
  kept: ReadonlySet<Line>,
): Row | undefined {
  const line = statements[0]?.line;
  if (statements.length > 1 || marks.at(-1)?.kind === "fold" || marks.some(({ kind }) => kind === "odd"))
    return undefined;
  const lexemes = collectLexemes(span, line?.tokens ?? [], marks.filter(isWritten));
  if (lexemes === undefined) return undefined;
  const { start, end } = span;
  const last = lexemes.at(-1);
  const comment = last?.kind === "comment" ? last : undefined;
  if (line !== undefined) {
    const content = line.kind === "BrokenStatement" || kept.has(line) ? undefined : contentOf(line, lexemes, comment);
    return content && { kind: "statement", start, end, ...content };
  }
  return comment !== undefined && lexemes.length === 1 ? { kind: "comment", start, end, comment } : undefined;
}

function contentOf(
  statement: Statement,
  lexemes: readonly Lexeme[],
  comment: Lexeme | undefined,
): Omit<StatementRow, "kind" | "start" | "end"> | undefined {
  const own = comment === undefined ? lexemes : lexemes.slice(0, -1);
  if (own.some(isAboutItsLine)) return undefined;
  const shape = shapeOf(statement);
  const units = unitsOf(own, shape);
  return units && { units, hasLateNewline: shape.hasLateNewline, comment };
}

/** Whether a comment says which rules do not count for its line, so that its line must stay what it is. */
function isAboutItsLine({ kind, text }: Lexeme): boolean {
  return kind === "comment" && text.includes("smtpd-lint");
}

function isWritten(mark: Mark): mark is Mark & Written {
  return mark.kind === "comment" || mark.kind === "macro";
}
