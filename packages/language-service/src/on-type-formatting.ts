import type { Line, Token } from "smtpd-conf";
import type { FormattingOptions, Position, TextEdit } from "vscode-languageserver-types";
import { lineBefore } from "./line-at.ts";
import type { Snapshot } from "./snapshot.ts";
import { rangeBetween } from "./to-lsp.ts";

/**
 * What a typed newline or `}` does to the blanks at the beginning of its row: entries of a list and what a backslash carries
 * on are indented, `}` and what follows a statement stand where the statement does. Nothing but these blanks is touched, and
 * none within a string or a comment.
 */
export function getOnTypeFormatting(
  snapshot: Snapshot,
  position: Position,
  character: string,
  options: FormattingOptions,
): TextEdit[] {
  if (snapshot.template !== undefined) return [];
  const typing = typingAt(snapshot, position);
  if (typing === undefined) return [];
  const indent = character === "\n" ? indentBehind(typing, options) : indentOfBrace(typing, character);
  if (indent === undefined || indent === typing.row.indent) return [];
  const { start } = typing.row;
  return [{ range: rangeBetween(snapshot.document, start, start + typing.row.indent.length), newText: indent }];
}

/** A row of the text, without its newline. */
interface Row {
  readonly start: number;
  readonly indent: string;
  /** What stands behind the indentation. */
  readonly text: string;
}

/** The row that is typed in, and the statement that begins above it. */
interface Typing {
  readonly snapshot: Snapshot;
  readonly row: Row;
  readonly line: Line;
  /** The row that the statement begins in. */
  readonly first: Row;
}

/** Undefined in the first row, where no statement stands above, and within what blanks are a part of. */
function typingAt(snapshot: Snapshot, position: Position): Typing | undefined {
  const { text } = snapshot.source;
  const start = snapshot.document.offsetAt({ line: position.line, character: 0 });
  // A carriage return alone ends a row of the document, but no line of smtpd's.
  if (start === 0 || text[start - 1] !== "\n") return undefined;
  const row = rowAt(text, start);
  const line = lineBefore(snapshot, start - 1);
  if (line === undefined || isWithinText(snapshot, line, row.start)) return undefined;
  return { snapshot, row, line, first: rowAt(text, line.start) };
}

function rowAt(text: string, offset: number): Row {
  const start = offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
  const newline = text.indexOf("\n", start);
  const whole = text.slice(start, newline < 0 ? text.length : newline).replace(/\r$/, "");
  const [indent = ""] = /^[ \t]*/.exec(whole) ?? [];
  return { start, indent, text: whole.slice(indent.length) };
}

/** Whether a string or a comment goes on over the beginning of a row. */
function isWithinText({ configuration, source }: Snapshot, { tokens }: Line, offset: number): boolean {
  const isAround = (span: Pick<Token, "source" | "start" | "end">) =>
    span.source === source && span.start < offset && offset <= span.end;
  return tokens.some((token) => token.kind !== "Newline" && isAround(token)) || configuration.comments.some(isAround);
}

function indentBehind(typing: Typing, options: FormattingOptions): string | undefined {
  const { row, first, snapshot } = typing;
  const above = rowAt(snapshot.source.text, row.start - 1);
  const isCarriedOn = isContinued(above, row);
  if (isInBraces(typing) && (isCarriedOn || !above.text.endsWith("\\"))) {
    return row.text.startsWith("}") ? first.indent : indentOfNext(typing, options);
  }
  if (isCarriedOn) return indentOfNext(typing, options);
  return isLastRow(above, typing) ? first.indent : undefined;
}

/** As the row above; behind the first row of the statement, one step more than that. */
function indentOfNext({ snapshot, row, first }: Typing, { insertSpaces, tabSize }: FormattingOptions): string {
  const above = rowAt(snapshot.source.text, row.start - 1);
  if (above.start > first.start && above.text !== "") return above.indent;
  return first.indent + (insertSpaces ? " ".repeat(Math.min(Math.max(tabSize, 1), 16)) : "\t");
}

/**
 * Whether a backslash carries the row above on. Where no blank stands before it, it joins two halves of one word: blanks may
 * not come between them.
 */
function isContinued(above: Row, row: Row): boolean {
  const [backslashes = ""] = /\\*$/.exec(above.text) ?? [];
  if (backslashes.length % 2 === 0) return false;
  return row.text === "" || /(?:^|[ \t{},])\\$/.test(above.text);
}

/** Whether a list is open where the row begins. */
function isInBraces({ line, row, snapshot }: Typing): boolean {
  const brace = line.tokens.findLast(({ source, start, kind, value }) => {
    return source === snapshot.source && start < row.start && kind === "Punctuation" && /^[{}]$/.test(value);
  });
  return brace?.value === "{";
}

/** Whether the statement ends in the row above. */
function isLastRow(above: Row, { line, row }: Typing): boolean {
  return line.end > above.start && line.end < row.start;
}

/** A `}` that is alone in its row so far stands below the statement that it ends. */
function indentOfBrace({ line, row, first, snapshot }: Typing, character: string): string | undefined {
  if (character !== "}" || !row.text.startsWith("}")) return undefined;
  const offset = row.start + row.indent.length;
  const isBrace = line.tokens.some(({ source, start, kind, value }) => {
    return source === snapshot.source && start === offset && kind === "Punctuation" && value === "}";
  });
  return isBrace ? first.indent : undefined;
}
