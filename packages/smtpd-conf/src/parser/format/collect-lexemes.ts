import type { Token } from "../lexer/token.ts";
import { type Span, textOf } from "../source.ts";
import type { Lexeme } from "./lexeme.ts";

/** A comment or the use of a macro. */
export interface Written {
  readonly kind: "comment" | "macro";
  readonly start: number;
  readonly end: number;
}

/**
 * What one row is made of, in order. Undefined where it cannot be taken apart safely: it lies in several files, or holds a
 * backslash, a mark 0x01 or 0x02, or a number that only its neighbour makes a word.
 */
export function collectLexemes(row: Span, tokens: readonly Token[], written: readonly Written[]): Lexeme[] | undefined {
  if (tokens.some(({ source }) => source !== row.source) || /[\u0001\u0002]/.test(textOf(row))) return undefined;
  const parts = [...tokens.map(partOfToken), ...written.map(({ kind, start, end }) => ({ kind, start, end }))];
  const lexemes = merge(
    row,
    parts.sort((a, b) => a.start - b.start || b.end - a.end),
  );
  const isPlain = lexemes.every((lexeme, index) => isSafe(lexeme, lexemes[index + 1]));
  return isPlain ? lexemes : undefined;
}

interface Part {
  readonly kind: "token" | "comment" | "macro";
  readonly start: number;
  readonly end: number;
  readonly token?: Token;
}

function partOfToken(token: Token): Part {
  return { kind: "token", start: token.start, end: token.end, token };
}

/** Joins what overlaps: the use of a macro with all that came out of it, and with what it is one word with. */
function merge({ source }: Span, parts: readonly Part[]): Lexeme[] {
  const groups: Part[][] = [];
  let end = -1;
  for (const part of parts) {
    if (part.start < end) groups.at(-1)?.push(part);
    else groups.push([part]);
    end = Math.max(end, part.end);
  }
  return groups.map((group) => lexemeFrom(source, group));
}

function lexemeFrom(source: Span["source"], parts: readonly Part[]): Lexeme {
  const start = parts[0]?.start ?? 0;
  const end = parts.reduce((most, part) => Math.max(most, part.end), start);
  const text = source.text.slice(start, end);
  const tokens = parts.flatMap(({ token }) => token ?? []);
  const usesMacro = parts.some(({ kind }) => kind === "macro");
  const isComment = parts.every(({ kind }) => kind === "comment");
  const kind = isComment ? "comment" : text === "\n" ? "newline" : "tokens";
  return { kind, source, start, end, text, tokens, usesMacro };
}

/** Whether blanks around it can be changed without changing what smtpd makes of it. */
function isSafe(lexeme: Lexeme, next: Lexeme | undefined): boolean {
  const { kind, source, text, tokens, end } = lexeme;
  const gap = source.text.slice(end, next?.start ?? end);
  if (!/^(?:[ \t]|\\\n)*$/.test(gap)) return false;
  if (kind === "comment") return text.startsWith("#") && !text.includes("\n");
  if (kind === "newline") return true;
  const [token] = tokens;
  if (tokens.length === 1 && token?.quoted && !lexeme.usesMacro) return true;
  if (lexeme.usesMacro && gap === "" && (next?.kind === "comment" || next?.text === "{")) return false;
  if (/\n|\\$/.test(text) || (lexeme.usesMacro && text.includes("\\"))) return false;
  return !isWordOfDigits(token) || next === undefined || next.text === ">" || gap !== "";
}

/** Digits that are no number because of the character behind them, such as the 25 of `<25>`. */
function isWordOfDigits(token: Token | undefined): boolean {
  return token?.kind === "String" && !token.quoted && /^\d+$/.test(token.value);
}
