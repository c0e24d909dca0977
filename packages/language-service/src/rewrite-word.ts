import { canStandBare, isAtLeast, type Release, releases, type Word, writeInQuotes } from "smtpd-conf";

/**
 * The text that replaces a word, so that smtpd reads this value there: in the quotes that it has; one without quotes gets
 * some where the value needs them, also because a release after the target reserves it.
 */
export function rewriteWord(word: Word, value: string, target: Release): string {
  const quote = quoteOf(word);
  if (quote !== undefined) return writeInQuotes(value, target, quote);
  return standsBare(value, target) && !isGlued(word) ? value : writeInQuotes(value, target);
}

/** The quotes of a word; undefined where it has none. */
function quoteOf({ source, start, quoted }: Word): '"' | "'" | undefined {
  if (!quoted) return undefined;
  return source.text[start] === "'" ? "'" : '"';
}

/** Whether this target and all later releases read a value as itself without quotes. */
function standsBare(value: string, target: Release): boolean {
  return releases.every((release) => !isAtLeast(release, target) || canStandBare(value, release));
}

/** Whether the word would become a part of what stands before it, such as the `$name` of a macro. */
function isGlued({ source, start }: Word): boolean {
  const before = source.text.slice(Math.max(0, start - 64), start).replace(/(?:\\\n)+$/, "");
  return /[^\s{}<>!=,"']$/.test(before);
}
