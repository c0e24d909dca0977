import { expect, test } from "vitest";
import { TextDocument } from "vscode-languageserver-textdocument";
import { utf8Document } from "./utf8-document.ts";

const text = "aé€𐍈z\r\nü\n";
const document = utf8Document(TextDocument.create("file:///a", "smtpd-conf", 1, text));

test.each([
  [0, 0, 0],
  [1, 0, 1],
  [2, 0, 3],
  [3, 0, 6],
  [5, 0, 10],
  [6, 0, 11],
  [8, 1, 0],
  [9, 1, 2],
  [10, 2, 0],
])("offset %i is line %i, byte %i, and back", (offset, line, character) => {
  expect(document.positionAt(offset)).toEqual({ line, character });
  expect(document.offsetAt({ line, character })).toBe(offset);
});

test("a position inside a character is before it, one behind the line at its end", () => {
  expect(document.offsetAt({ line: 0, character: 2 })).toBe(1);
  expect(document.offsetAt({ line: 0, character: 8 })).toBe(3);
  expect(document.offsetAt({ line: 0, character: 99 })).toBe(6);
  expect(document.offsetAt({ line: 9, character: 9 })).toBe(text.length);
});

test("a range counts in bytes", () => {
  const range = { start: { line: 0, character: 1 }, end: { line: 0, character: 10 } };
  expect(document.getText(range)).toBe("é€𐍈");
  expect(document.getLineRange(1)).toEqual({ start: { line: 1, character: 0 }, end: { line: 1, character: 2 } });
});
