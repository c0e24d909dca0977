import type { Lexeme } from "./lexeme.ts";

/** Whether there is no blank between two neighbours: `<name>`, `!tls`, `a, b`. */
export function isGlued(before: Lexeme, after: Lexeme): boolean {
  if (isPunctuation(after, ",")) return true;
  if (before.usesMacro && !isPunctuation(after, "=", "=>", "}")) return before.end === after.start;
  return isPunctuation(before, "<", "!") || isPunctuation(after, ">");
}

/** Whether this is one of these characters, and written here: not out of a macro. */
export function isPunctuation({ tokens, usesMacro }: Lexeme, ...images: readonly string[]): boolean {
  const [token] = tokens;
  return token?.kind === "Punctuation" && !usesMacro && images.includes(token.value);
}
