import { createToken, type TokenType } from "chevrotain";
import { type KeywordName, keywordNames, reservedWords } from "../../language/keywords.ts";
import type { Release } from "../../language/releases.ts";

// The patterns are not used: smtpd's lexer works a character at a time, and so does ours (scanner.ts).
const type = (name: string, label: string): TokenType => createToken({ name, label, pattern: /(?!)/ });

export const StringType: TokenType = type("String", "a string");
export const NumberType: TokenType = type("Number", "a number");
export const NewlineType: TokenType = type("Newline", "the end of the line");
export const IllegalType: TokenType = type("Illegal", "a character that cannot stand here");
export const MissingType: TokenType = type("Missing", "something that could not be read");

export const punctuation = {
  "{": type("LeftBrace", "{"),
  "}": type("RightBrace", "}"),
  "<": type("Less", "<"),
  ">": type("Greater", ">"),
  "!": type("Not", "!"),
  ",": type("Comma", ","),
  "=": type("Equals", "="),
  "=>": type("Arrow", "=>"),
} as const satisfies Record<string, TokenType>;

export const keywordTypes: Readonly<Record<KeywordName, TokenType>> = Object.fromEntries(
  keywordNames.map((name) => [name, type(`keyword:${name}`, name)]),
) as Record<KeywordName, TokenType>;

export const allTokenTypes: TokenType[] = [
  StringType,
  NumberType,
  NewlineType,
  IllegalType,
  MissingType,
  ...Object.values(punctuation),
  ...Object.values(keywordTypes),
];

const tables = new Map<Release, ReadonlyMap<string, number>>();

/** The reserved words of a release with the numbers of their token types. */
export function keywordTable(target: Release): ReadonlyMap<string, number> {
  const known = tables.get(target);
  if (known) return known;
  const table = new Map(reservedWords(target).map((name) => [name as string, keywordTypes[name].tokenTypeIdx ?? 0]));
  tables.set(target, table);
  return table;
}
