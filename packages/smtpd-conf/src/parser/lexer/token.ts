import type { Source, Span } from "../source.ts";

/**
 * `String` a word that is not reserved, or anything in quotes; `Keyword` a reserved word; `Number`; `Punctuation` one of
 * `{ } < > ! , = =>`; `Newline` the end of a line; `Illegal` a character that no token can start with; `Missing` a
 * place-holder for what a lexical error left out (an undefined macro, an unterminated string).
 */
export type TokenKind = "String" | "Keyword" | "Number" | "Punctuation" | "Newline" | "Illegal" | "Missing";

/**
 * A token as smtpd's parser sees it, and a leaf of the tree. The span says where it was used: for a token out of a macro
 * that is the `$name`; `origin` then says where it was written.
 */
export interface Token extends Span {
  readonly kind: TokenKind;
  /** What smtpd makes of it: a string without quotes and escapes, a number's digits, a keyword, a character. */
  readonly value: string;
  readonly quoted: boolean;
  readonly origin: Span | undefined;
  /** The number that Chevrotain knows this type of token by. */
  readonly tokenTypeIdx: number;
}

/** A string: a bare word that is not reserved, or anything in quotes. */
export type Word = Token & { readonly kind: "String" };
/** A reserved word. */
export type Keyword = Token & { readonly kind: "Keyword" };
/** A number. */
export type NumberWord = Token & { readonly kind: "Number" };

/** One shape for all tokens keeps the engine's code for them fast: there are some ten a line. */
export class PlainToken implements Token {
  readonly kind: TokenKind;
  readonly tokenTypeIdx: number;
  readonly value: string;
  readonly source: Source;
  readonly start: number;
  readonly end: number;
  readonly quoted: boolean;
  readonly origin: Span | undefined;

  constructor(
    kind: TokenKind,
    tokenTypeIdx: number,
    value: string,
    source: Source,
    start: number,
    end: number,
    quoted: boolean,
    origin: Span | undefined,
  ) {
    this.kind = kind;
    this.tokenTypeIdx = tokenTypeIdx;
    this.value = value;
    this.source = source;
    this.start = start;
    this.end = end;
    this.quoted = quoted;
    this.origin = origin;
  }
}
