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

/** A reserved word with the number of its token type. One object for each word: tokens share its `name`. */
export interface ReservedWord {
  readonly name: KeywordName;
  readonly tokenTypeIdx: number;
}

const tables = new Map<Release, ReadonlyMap<string, ReservedWord>>();

/** The reserved words of a release. */
export function keywordTable(target: Release): ReadonlyMap<string, ReservedWord> {
  const known = tables.get(target);
  if (known) return known;
  const entry = (name: KeywordName) => ({ name, tokenTypeIdx: keywordTypes[name].tokenTypeIdx ?? 0 });
  const table = new Map(reservedWords(target).map((name) => [name as string, entry(name)]));
  tables.set(target, table);
  return table;
}
