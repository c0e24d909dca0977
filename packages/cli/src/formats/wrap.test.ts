import { expect, test } from "vitest";
import { wrap } from "./wrap.ts";

test.each([
  ["", 10, []],
  ["a few words", 20, ["a few words"]],
  ["a few words", 7, ["a few", "words"]],
  ["a few words", 5, ["a few", "words"]],
  ["incomprehensibilities", 5, ["incomprehensibilities"]],
  ["so incomprehensibilities do", 5, ["so", "incomprehensibilities", "do"]],
  ["two\n lines", 20, ["two lines"]],
  ["日本語 日本語", 7, ["日本語", "日本語"]],
])("%j in %d columns", (text, width, lines) => expect(wrap(text, width)).toEqual(lines));
