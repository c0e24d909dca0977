import type { Argument, Entry, InlineTable, Line, Option, PartialStatement, TableReference } from "../ast/nodes.ts";
import type { Token } from "../lexer/token.ts";
import type { Source, Span } from "../source.ts";

/** How far what stands in a text moves, and where the values of macros went that tokens come from. */
export interface Move {
  readonly source: Source;
  /** UTF-16 units to the right. */
  readonly by: number;
  /** Where a range of the old text is in the new one: where a token was written, for one that came out of a macro. */
  readonly originOf: (origin: Span) => Span;
}

/**
 * Everything of a tree is readonly to those who read it. Here, and nowhere else, what an edit leaves as it is gets its
 * new place: a line that is the same object is one that says the same.
 */
export type Movable<T> = { -readonly [Key in keyof T]: T[Key] };

/** Moves a range, if it lies in the text that moves. */
export function moveSpan(span: Movable<Span>, { source, by }: Move): void {
  if (span.source !== source) return;
  span.start += by;
  span.end += by;
}

// The engine reads objects of one shape several times as fast as those of many, and there are some ten a line: hence
// the same three lines for each kind of object below.

/** Moves a line with all its tokens and nodes. Each node has its own range; what is a leaf stands in `tokens`. */
export function moveLine(line: Movable<Line>, move: Move): void {
  moveTokens(line.tokens, move);
  if (line.source === move.source) {
    line.start += move.by;
    line.end += move.by;
  }
  if (line.kind !== "BrokenStatement") moveParts(line, move);
  else if (line.partial !== undefined) moveParts(line.partial, move);
}

function moveTokens(tokens: readonly Movable<Token>[], { source, by, originOf }: Move): void {
  for (const token of tokens) {
    if (token.source === source) {
      token.start += by;
      token.end += by;
    }
    if (token.origin !== undefined) token.origin = originOf(token.origin);
  }
}

/** The nodes of a statement that are no tokens. */
function moveParts(statement: PartialStatement, move: Move): void {
  switch (statement.kind) {
    case "MatchDirective":
      return moveOptions(statement.conditions, move);
    case "ActionDirective":
      moveOption(statement.method, move);
      return moveOptions(statement.options, move);
    case "TableDirective":
      return moveArgument(statement.entries, move);
    case "PhaseFilterDirective":
      moveOption(statement.condition, move);
      return moveOption(statement.decision, move);
    case "ChainFilterDirective":
      return moveArgument(statement.filters, move);
    case "LimitDirective":
      for (const limit of statement.limits ?? []) moveSpan(limit, move);
      return moveOptions(statement.options, move);
    case "ListenDirective":
    case "PkiDirective":
    case "ProcDirective":
    case "ProcExecFilterDirective":
      return moveOptions(statement.options, move);
    default:
      return;
  }
}

function moveOptions(options: readonly Option[] | undefined, move: Move): void {
  if (options !== undefined) for (const option of options) moveOption(option, move);
}

function moveOption(option: Movable<Option> | undefined, move: Move): void {
  if (option === undefined) return;
  if (option.source === move.source) {
    option.start += move.by;
    option.end += move.by;
  }
  moveArgument(option.argument, move);
}

function moveArgument(argument: Argument | undefined, move: Move): void {
  switch (argument?.kind) {
    case "InlineTable":
      moveEntries(argument.entries, move);
      return moveTable(argument, move);
    case "TableReference":
      return moveReference(argument, move);
    case "FilterList":
      return moveSpan(argument, move);
    default:
      return;
  }
}

function moveEntries(entries: readonly Movable<Entry>[], { source, by }: Move): void {
  for (const entry of entries) {
    if (entry.source !== source) continue;
    entry.start += by;
    entry.end += by;
  }
}

function moveTable(table: Movable<InlineTable>, { source, by }: Move): void {
  if (table.source !== source) return;
  table.start += by;
  table.end += by;
}

function moveReference(reference: Movable<TableReference>, { source, by }: Move): void {
  if (reference.source !== source) return;
  reference.start += by;
  reference.end += by;
}
