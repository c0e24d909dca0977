import type { Token } from "./lexer/token.ts";
import type { Reading } from "./reading.ts";
import { textOf } from "./source.ts";
import { statementWords } from "./statement-words.ts";

/**
 * Reads again from the opening quote of a token, as if the string ended with its line. The token and what follows it are
 * dropped from the list. False where that cannot be done: the quote came out of a macro.
 */
export function cutStringAt(reading: Reading, tokens: Token[], token: Token): boolean {
  if (!reading.scanner.cutString(token)) return false;
  tokens.length = tokens.indexOf(token);
  reading.pending = undefined;
  return true;
}

/** Whether an unterminated or overlong string took in other lines. */
export function swallowedLines(token: Token): boolean {
  return token.quoted && textOf(token).includes("\n");
}

/**
 * Whether a string over several lines looks like one whose closing quote was forgotten: a statement begins in it, or its
 * end touches a word, so that it is where another string was meant to begin.
 */
export function looksUnterminated(token: Token): boolean {
  if (!token.quoted || token.origin !== undefined || token.kind === "Missing") return false;
  const written = textOf(token);
  const newline = written.indexOf("\n");
  if (newline < 0) return false;
  if (/[\w/.@*~%-]/.test(token.source.text.charAt(token.end))) return true;
  const lines = written.slice(newline + 1).split("\n");
  return lines.some((line) => statementWords.has(/^\s*([\w-]+)\s/.exec(line)?.[1] ?? ""));
}
