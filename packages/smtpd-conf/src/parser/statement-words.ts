import { settings } from "../language/settings.ts";
import { statements } from "../language/statements.ts";
import type { Token } from "./lexer/token.ts";

/** The words that a statement can begin with. */
export const statementWords: ReadonlySet<string> = new Set([...statements, ...settings].map(({ words }) => words[0]));

/**
 * Whether a statement can begin with this token: none is one word alone, so one that a comma, a brace, an equals sign or
 * the end of its line follows is an entry of a list.
 */
export function beginsStatement(token: Token): boolean {
  if (token.kind !== "Keyword" || !statementWords.has(token.value)) return false;
  const nothing = /[ \t]*(?:[,}=#\r\n]|$)/y;
  nothing.lastIndex = token.end;
  return !nothing.test(token.source.text);
}
