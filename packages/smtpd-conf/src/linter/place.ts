import type { Line } from "../parser/ast/nodes.ts";
import type { SyntaxFailure } from "../parser/configuration.ts";
import type { Token } from "../parser/lexer/token.ts";
import type { Span } from "../parser/source.ts";

/** The token before the one that cannot stand there. */
export function tokenBefore(failure: SyntaxFailure): Token | undefined {
  return failure.line.tokens[failure.index - 1];
}

/** The first token of the line, which says what statement it is meant to be. */
export function firstToken(line: Line): Token {
  return line.tokens[0] as Token;
}

/** The last token of the line that is not a newline within braces. */
function lastToken({ line }: SyntaxFailure): Token {
  return line.tokens.findLast(({ kind }) => kind !== "Newline") as Token;
}

/** Where a syntax error is: the token that cannot stand there, or the last one of a line that ends too early. */
export function failureSpan(failure: SyntaxFailure): Span {
  return failure.token ?? lastToken(failure);
}

/** The place right behind a node, as an empty range. */
export function after(span: Span): Span {
  return { source: span.source, start: span.end, end: span.end };
}

/**
 * Where a statement breaks off: right behind its last token, or, where backslashes carry it over more lines, at the end of
 * the last one.
 */
export function breakOff(failure: SyntaxFailure): Span {
  const last = lastToken(failure);
  const { end } = failure;
  const sameLine = last.source === end.source && !last.source.text.slice(last.end, end.start).includes("\n");
  return sameLine ? after(last) : end;
}

/** Whether the token was written in the file itself, so that an edit can change it there. */
export function isEditable(token: Token): boolean {
  return token.origin === undefined && token.source.kind === "file";
}

/** Whether a brace stands open where the line breaks off. */
export function isInBraces({ line, index }: SyntaxFailure): boolean {
  const before = line.tokens.slice(0, index);
  return before.findLast(({ kind, value }) => kind === "Punctuation" && /^[{}]$/.test(value))?.value === "{";
}

/** Whether a place is in the file that was named: not in one that it includes, nor in that of a table. */
export function isInNamedFile({ source }: Span): boolean {
  return source.kind === "file" && source.includedBy === undefined;
}
