import type { Source } from "../parser/source.ts";

const plain: ReadonlyMap<string, string> = new Map([
  ...pairs("\u2018\u2019\u201a\u201b", "'"),
  ...pairs("\u201c\u201d\u201e\u201f\u00ab\u00bb", '"'),
  ...pairs("\u2010\u2011\u2012\u2013\u2014\u2212", "-"),
  ...pairs("\u00a0\u2007\u202f\u3000", " "),
  ...pairs("\u200b\u2060", ""),
]);

/** The quotes and dashes of Windows' code page 1252, which are other characters in Latin-1. */
const windows: ReadonlyMap<string, string> = new Map([
  ...pairs("\u0091\u0092", "'"),
  ...pairs("\u0093\u0094", '"'),
  ...pairs("\u0096\u0097", "-"),
]);

function pairs(characters: string, text: string): (readonly [string, string])[] {
  return [...characters].map((character) => [character, text]);
}

/** What a typographic quote, dash or blank is in plain ASCII; undefined for any other character. */
export function plainCharacter(character: string, encoding: Source["encoding"]): string | undefined {
  return plain.get(character) ?? (encoding === "latin1" ? windows.get(character) : undefined);
}
