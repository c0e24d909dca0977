import { expect, test } from "vitest";
import { displayWidth } from "./display-width.ts";
import { fitted, plainText } from "./graph-text.ts";

test.each([
  ["short", 10, 2, ["short"]],
  ["one two three", 7, 4, ["one two", "three"]],
  ["one two three four five", 9, 2, ["one two", "three …"]],
  ["abcdefghijklmnop", 9, 1, ["abcd…mnop"]],
  ["日本語のドメイン", 9, 1, ["日本…イン"]],
  ["a  b", 9, 1, ["a b"]],
  ["", 9, 1, [""]],
])("%j in %i columns and %i lines", (text, columns, most, expected) => {
  expect(fitted(text, columns, most)).toEqual(expected);
});

test("nothing is wider than it may be", () => {
  const text = "https://example.org/a/very/long/path 日本語 x … 12 more }";
  for (let columns = 4; columns < 60; columns++) {
    for (const line of fitted(text, columns, 5)) expect(displayWidth(line), line).toBeLessThanOrEqual(columns);
  }
});

test("what shows nothing is shown, and half a character is none", () => {
  expect(plainText("a\u202eb\u0007c\ud800d\udc00")).toBe("a<U+202E>b␇c\ufffdd\ufffd");
  expect(plainText("𝔘")).toBe("𝔘");
});
