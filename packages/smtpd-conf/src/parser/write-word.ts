import { reservedWords } from "../language/keywords.ts";
import { isAtLeast, type Release } from "../language/releases.ts";
import { continuesWord, startsWord } from "./lexer/characters.ts";

/**
 * A string as it is written in a file, so that smtpd of the target reads this value again: bare where that is possible,
 * else in quotes. A value that ends in a backslash takes two lines.
 */
export function writeWord(value: string, target: Release): string {
  return canStandBare(value, target) ? value : inQuotes(value, target);
}

/** Whether a string is read as itself without quotes. One with a quote in it is not written so, for the sake of readers. */
function canStandBare(value: string, target: Release): boolean {
  if (!startsWord(value.charCodeAt(0)) || /[\\"']/.test(value) || /^\d+(?:\/|$)/.test(value)) return false;
  const plain = Array.from(value, (_, index) => value.charCodeAt(index)).every(continuesWord);
  return plain && !(reservedWords(target) as readonly string[]).includes(value);
}

/**
 * A backslash takes the quote behind it, and from 6.6 on the blank behind it; behind another backslash it is an ordinary
 * character. At the end it needs the newline that the next one takes away.
 */
function inQuotes(value: string, target: Release): string {
  const quote = value.includes('"') && !value.includes("'") ? "'" : '"';
  const escaped = value.replaceAll(quote, `\\${quote}`);
  const blanks = isAtLeast(target, "6.6.0") ? escaped.replace(/\\(?=[ \t])/g, "\\\\") : escaped;
  return `${quote}${blanks.replace(/\\$/, "\\\\\n")}${quote}`;
}
