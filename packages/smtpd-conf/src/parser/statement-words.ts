import { settings } from "../language/settings.ts";
import { statements } from "../language/statements.ts";
import type { Token } from "./lexer/token.ts";

/** The words that a statement can begin with. */
export const statementWords: ReadonlySet<string> = new Set([...statements, ...settings].map(({ words }) => words[0]));

/** Whether a statement can begin with this token. */
export function beginsStatement(token: Token): boolean {
  return token.kind === "Keyword" && statementWords.has(token.value);
}
