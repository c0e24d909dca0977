import fc from "fast-check";
import { expect, test } from "vitest";
import { indexLines, lineAt, lineStart, positionAt } from "./line-index.ts";

function linesOf(text: string) {
  return indexLines({ text });
}

test("counts lines and columns from 1", () => {
  const index = linesOf("ab\n\ncd");
  expect(positionAt(index, 0)).toEqual({ line: 1, column: 1 });
  expect(positionAt(index, 2)).toEqual({ line: 1, column: 3 });
  expect(positionAt(index, 3)).toEqual({ line: 2, column: 1 });
  expect(positionAt(index, 4)).toEqual({ line: 3, column: 1 });
  expect(positionAt(index, 6)).toEqual({ line: 3, column: 3 });
});

test("counts UTF-16 code units, and a carriage return as a character", () => {
  const index = linesOf("\u{1f4ee}x\r\ny");
  expect(positionAt(index, 2)).toEqual({ line: 1, column: 3 });
  expect(positionAt(index, 3)).toEqual({ line: 1, column: 4 });
  expect(lineAt(index, 1)).toBe("\u{1f4ee}x\r");
});

test("the text behind a last newline is a line without characters", () => {
  const index = linesOf("a\n");
  expect(positionAt(index, 2)).toEqual({ line: 2, column: 1 });
  expect(lineAt(index, 2)).toBe("");
  expect(lineAt(index, 3)).toBe("");
});

test("offsets outside the text count as its ends", () => {
  const index = linesOf("ab\nc");
  expect(positionAt(index, -1)).toEqual({ line: 1, column: 1 });
  expect(positionAt(index, 99)).toEqual({ line: 2, column: 2 });
});

test("a part of a file has the numbers of the file", () => {
  const index = indexLines({ text: "ab\ncd", part: { line: 7, offset: 60 } });
  expect(positionAt(index, 1)).toEqual({ line: 7, column: 2 });
  expect(positionAt(index, 4)).toEqual({ line: 8, column: 2 });
  expect([lineAt(index, 7), lineAt(index, 8), lineAt(index, 6), lineAt(index, 9)]).toEqual(["ab", "cd", "", ""]);
  expect([lineStart(index, 7), lineStart(index, 8)]).toEqual([0, 3]);
});

test("agrees with splitting the text, for any text and offset", () => {
  const texts = fc.string({ unit: fc.constantFrom("a", "\n", "\r", "\u00fc") });
  fc.assert(
    fc.property(texts, fc.nat(), (text, number) => {
      const offset = number % (text.length + 1);
      const before = text.slice(0, offset).split("\n");
      const index = linesOf(text);
      expect(positionAt(index, offset)).toEqual({ line: before.length, column: (before.at(-1) ?? "").length + 1 });
      expect(lineAt(index, before.length)).toBe(text.split("\n")[before.length - 1]);
    }),
  );
});
