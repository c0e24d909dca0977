import { describe, expect, test } from "vitest";
import { looksUnterminated, swallowedLines } from "./cut-strings.ts";
import type { Token } from "./lexer/token.ts";
import { tokensOf } from "./testing.ts";

/** The first token in quotes. */
function stringIn(text: string, macros: readonly string[] = []): Token {
  const token = tokensOf(text, { macros }).find(({ quoted }) => quoted);
  if (token === undefined) throw new Error("no string");
  return token;
}

describe("a string looks as if its quote was forgotten where", () => {
  test.each([
    ["a statement begins in it", 'admd "a\nqueue ttl 4d\nadmd " x'],
    ["a statement begins in it, after blanks", 'admd "a\n  table x\n"'],
    ["a word touches its end", 'admd "a\nadmd "b"'],
    ["a path touches its end", 'pki x cert "a\n key "/b"'],
    ["a wildcard touches its end", 'match for domain "a\n "*.b"'],
  ])("%s", (_what, text) => {
    expect(looksUnterminated(stringIn(text))).toBe(true);
  });
});

describe("a string is meant to go over lines where", () => {
  test.each([
    ["it stands alone", 'table t { "a\nb", c }'],
    ["it holds words of statements within its lines", '"a\nb table c"'],
    ["a line of it is such a word alone", '"a\ntable"'],
    ["it is on one line", '"a table x"b'],
    ["its lines are folded", '"a \\\n b"'],
  ])("%s", (_what, text) => {
    expect(looksUnterminated(stringIn(text))).toBe(false);
  });

  test("it comes out of a macro", () => {
    expect(looksUnterminated(stringIn("$M", ['M="a\ntable x"b']))).toBe(false);
  });
});

test("a string without an end took in other lines if there are any", () => {
  expect(swallowedLines(stringIn('"a\nb'))).toBe(true);
  expect(swallowedLines(stringIn('"a'))).toBe(false);
  expect(swallowedLines(stringIn(`"${"a".repeat(9000)}\nb"`))).toBe(false);
  expect(swallowedLines(stringIn(`"a\n${"a".repeat(9000)}"`))).toBe(true);
});
