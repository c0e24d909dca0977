import type { Token } from "../lexer/token.ts";
import type { Span } from "../source.ts";

/**
 * What formatting moves but never changes: a token as it was written, a comment, a newline within braces. The use of a
 * macro is one with what touches it, and has as many tokens as came out of it, or none.
 */
export interface Lexeme extends Span {
  readonly kind: "tokens" | "comment" | "newline";
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly usesMacro: boolean;
}
