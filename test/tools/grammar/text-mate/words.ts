/** What cannot be part of a bare word, so that `tls-require` is not `tls` and `mail.tls.example` has no keyword. */
export const notInWord = "\\s(){}<>!=#,";

/** Nothing of a word is before, and nothing behind. */
export const wordStart = `(?<![^${notInWord}])`;
export const wordEnd = `(?![^${notInWord}])`;

/** A bare word, as smtpd's lexer reads it. */
export const bareWord = `[\\w:][^${notInWord}\\\\]*`;

/** A quoted string on one line: a backslash before the quote makes it part of the text, any other stands for itself. */
export const quotedOnLine = `"(?>(?:[^"\\\\]|\\\\"|\\\\(?!"))*)"|'(?>(?:[^'\\\\]|\\\\'|\\\\(?!'))*)'`;

/** Where a statement ends: with its line, unless a backslash carries it on. `$` would match behind the newline as well. */
export const statementEnd = "(?<!\\\\)(?=\\n)";

/** A rule of a TextMate grammar. */
export interface Pattern {
  readonly name?: string;
  readonly contentName?: string;
  readonly match?: string;
  readonly begin?: string;
  readonly end?: string;
  readonly include?: string;
  readonly captures?: Captures;
  readonly beginCaptures?: Captures;
  readonly endCaptures?: Captures;
  readonly patterns?: readonly Pattern[];
}

type Captures = Readonly<Record<number, Pattern>>;

/** Rules by the name that others include them by. */
export type Repository = Readonly<Record<string, Pattern>>;

/** Scopes of ours, as one name: `scopes("keyword.other", "string.quoted")`. */
export function scopes(...names: readonly string[]): string {
  return names.map((name) => `${name}.smtpd-conf`).join(" ");
}

/** `include`s of rules of the repository. */
export function includes(...names: readonly string[]): Pattern[] {
  return names.map((name) => ({ include: `#${name}` }));
}

/** Any of the words, the longest first, in a group that is not kept. */
export function oneOf(words: Iterable<string>): string {
  const sorted = [...new Set(words)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return `(?:${sorted.map((word) => word.replace(/[+.]/g, "\\$&")).join("|")})`;
}
