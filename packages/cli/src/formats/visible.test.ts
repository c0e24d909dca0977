import { expect, test } from "vitest";
import { displayWidth } from "./display-width.ts";
import { visible } from "./visible.ts";

test.each([
  ['table "a" { b }', 'table "a" { b }'],
  ["caf\u00e9 \u90f5\u4fbf", "caf\u00e9 \u90f5\u4fbf"],
  ["\x1b[31mred", "\u241b[31mred"],
  ["a\0b\x7f", "a\u2400b\u2421"],
  ["\ufefflisten", "<U+FEFF>listen"],
  ["a\u202eb\u0085", "a<U+202E>b<U+0085>"],
  ["line\r\n", "line\u240d\u240a"],
  ["a\tb", "a\u2409b"],
])("%j is shown as %j", (text, shown) => expect(visible(text)).toBe(shown));

test("tabs can stay", () => expect(visible("\ta\r", "kept")).toBe("\ta\u240d"));

test.each([
  ["", 0],
  ["listen", 6],
  ["caf\u00e9", 4],
  ["cafe\u0301", 4],
  ["\u90f5\u4fbf", 4],
  ["\uff76\uff85", 2],
  ["\uff21", 2],
  ["\u{1f4ee}", 2],
  ["\u0430\u0431", 2],
])("%j takes %i columns", (text, width) => expect(displayWidth(text)).toBe(width));
