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

/** Where a syntax error is: the token that cannot stand there, or the last one of a line that ends too early. */
export function failureSpan(failure: SyntaxFailure): Span {
  return failure.token ?? (failure.line.tokens.at(-1) as Token);
}

/** The place right behind a node, as an empty range. */
export function after(span: Span): Span {
  return { source: span.source, start: span.end, end: span.end };
}

/** Whether the token was written in the file itself, so that an edit can change it there. */
export function isEditable(token: Token): boolean {
  return token.origin === undefined && token.source.kind === "file";
}
