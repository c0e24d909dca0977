import type { Span } from "../source.ts";

/**
 * What smtpd's lexer complains of by itself. `span` is the place of the mistake: the macro's use, the opening quote, the
 * start of what is too long.
 */
export interface LexicalError {
  readonly kind:
    | "undefined-macro"
    | "unterminated-string"
    | "string-too-long"
    | "number-too-large"
    | "nul-in-string"
    | "expansion-limit";
  readonly span: Span;
  /** The macro's name or the number's text. */
  readonly value: string;
}
