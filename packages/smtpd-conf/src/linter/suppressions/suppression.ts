import type { Span } from "../../parser/source.ts";
import type { Diagnostic } from "../diagnostic.ts";

/** What the words behind `smtpd-lint:` can be that silence rules, and `enable`, which ends a `disable`. */
export const suppressionWords = ["disable-next-line", "disable-line", "disable", "enable", "disable-file"] as const;

/** The code of a rule as it stands in a comment. */
export interface NamedCode {
  readonly code: string;
  readonly span: Span;
  /** What is to be deleted with it where other codes stay. */
  readonly withComma: Span;
}

/** `# smtpd-lint: WORD [CODE[, CODE…]] [-- REASON]` */
export interface SuppressionComment {
  /** As it was written; it may be none of `suppressionWords`. */
  readonly word: string;
  /** Where the word stands; an empty range where there is none. */
  readonly wordSpan: Span;
  /** Whether the colon behind `smtpd-lint` is there. */
  readonly colon: boolean;
  /** Empty where all rules are meant. */
  readonly codes: readonly NamedCode[];
  readonly reason: string | undefined;
  /** From its `#` to its end. */
  readonly span: Span;
  /** The whole comment of the file: backslashes can carry one on over more lines, and each of those may begin another. */
  readonly host: Span;
}

/** What one comment says of one rule, or of all, and where in its file. */
export interface Suppression {
  readonly comment: SuppressionComment;
  /** Undefined where all rules are meant. */
  readonly code: NamedCode | undefined;
  /** A finding that begins in this range, its end included, is silenced. */
  readonly range: Span;
  /** What ends a `disable`. */
  readonly endedBy: SuppressionEnd | undefined;
}

/** An `enable`, with one of its codes where it names any. */
export interface SuppressionEnd {
  readonly comment: SuppressionComment;
  readonly code: NamedCode | undefined;
}

/** A finding that is not shown, and what silences it. */
export interface SuppressedDiagnostic {
  readonly diagnostic: Diagnostic;
  readonly suppression: Suppression;
}

/** The rules about such comments themselves. Only a `disable-file` that names one silences it. */
export const rulesOnSuppressions: ReadonlySet<string> = new Set([
  "invalid-suppression",
  "suppression-without-reason",
  "unused-suppression",
]);

/** The codes of a comment that count where they stand; `[undefined]` for all rules. */
export function codesThatCount({ word, codes }: SuppressionComment): readonly (NamedCode | undefined)[] {
  if (codes.length === 0) return [undefined];
  return word === "disable-file" ? codes : codes.filter(({ code }) => !rulesOnSuppressions.has(code));
}
