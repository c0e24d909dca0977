import { expect, test } from "vitest";
import { shortText } from "./short-text.ts";

test.each([
  ["match for any", "match for any"],
  ["match \\\n    for any", "match for any"],
  [" a\t b \r\n", "a b"],
  ["a\\b", "a\\b"],
  ["0123456789012345", "0123456789012345"],
  ["01234567890123456", "012345678901234…"],
  ["01234567890123😀56", "01234567890123…"],
  [`a${" ".repeat(100)}b`, "a…"],
  ["", ""],
])("%j", (text, expected) => expect(shortText(text, 16)).toBe(expected));
