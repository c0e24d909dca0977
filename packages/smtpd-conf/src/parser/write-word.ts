import { isAtLeast, type Release } from "../language/releases.ts";
import { continuesWord, startsWord } from "./lexer/characters.ts";
import { keywordTable } from "./lexer/token-types.ts";

/**
 * A string as it is written in a file, so that smtpd of the target reads this value again: bare where that is possible,
 * else in quotes. A value that ends in a backslash takes two lines.
 */
export function writeWord(value: string, target: Release): string {
  return canStandBare(value, target) ? value : writeInQuotes(value, target);
}

/** Whether a string is read as itself without quotes. One with a quote in it is not written so, for the sake of readers. */
export function canStandBare(value: string, target: Release): boolean {
  if (!startsWord(value.charCodeAt(0)) || /[\\"']/.test(value) || /^\d+(?:\/|$)/.test(value)) return false;
  return isPlain(value) && !keywordTable(target).has(value);
}

function isPlain(value: string): boolean {
  for (let index = 0; index < value.length; index++) if (!continuesWord(value.charCodeAt(index))) return false;
  return true;
}

/**
 * A string in quotes, by default those that it does not hold itself. A backslash takes the quote behind it, and from 6.6
 * on the blank behind it; behind another backslash it is an ordinary character. At the end it needs the newline that the
 * next one takes away.
 */
export function writeInQuotes(value: string, target: Release, quote: '"' | "'" = quoteFor(value)): string {
  const escaped = value.replaceAll(quote, `\\${quote}`);
  const blanks = isAtLeast(target, "6.6.0") ? escaped.replace(/\\(?=[ \t])/g, "\\\\") : escaped;
  return `${quote}${blanks.replace(/\\$/, "\\\\\n")}${quote}`;
}

function quoteFor(value: string): '"' | "'" {
  return value.includes('"') && !value.includes("'") ? "'" : '"';
}
