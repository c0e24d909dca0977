import { describe, expect, test } from "vitest";
import { beginsStatement, statementWords } from "./statement-words.ts";
import { tokensOf } from "./testing.ts";

function begins(text: string): boolean {
  const [token] = tokensOf(text);
  return token !== undefined && beginsStatement(token);
}

describe("a statement can begin with", () => {
  test.each([...statementWords])("%s", (word) => {
    expect(begins(`${word} x`)).toBe(true);
    expect(begins(`${word} <x>`)).toBe(true);
    expect(begins(`${word} \\\n x`)).toBe(true);
  });

  test("nothing else", () => {
    expect([...statementWords].sort()).toEqual([
      ..."action admd bounce ca filter include listen match mda mta pki proc queue scheduler smtp srs table".split(" "),
    ]);
    for (const text of ["relay x", "on x", "x y", '"table" x', "25 x", "{ x"]) expect(begins(text), text).toBe(false);
  });
});

describe("a word alone is an entry of a list:", () => {
  test.each([
    "table",
    "table\n",
    "table,",
    "table }",
    "table \t, x",
    "table = x",
    "table => x",
    "table # note",
    "table\r\n",
  ])("%j", (text) => {
    expect(begins(text)).toBe(false);
  });
});
