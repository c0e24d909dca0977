import { test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectRelated, expectSilent } from "../testing.ts";

const code = "unterminated-string";

test("marks the quote that opens", () => {
  expectMarked(code, 'action <|"|>a mbox\n');
  expectMarked(code, "table t { <|'|>a }\nmatch reject\n");
  expectMarked(code, 'srs key <|"|>');
});

test("marks the one that opens, also where another string closes it further down", () =>
  expectMarked(code, 'action <|"|>a mbox\nmatch from any for domain "x" action "a"\n'));

test("knows that a backslash takes the meaning of a quote away", () => {
  expectMarked(code, 'srs key <|"|>a\\\\"\n');
  expectSilent(code, 'srs key "a\\""\n');
});

test("marks one in an included file", () =>
  expectMarked(code, 'include "x"\nmatch reject\n', { files: { x: 'srs key <|"|>a\n' } }));

test("is content with strings over several lines, and with quotes in comments and words", () => {
  expectSilent(code, 'table t { "a\nb" }\n');
  expectSilent(code, "# it's\ntable t { a'b }\nmatch reject\n");
});

test("knows a typographic quote that was to close it", () => {
  expectMessage(code, 'srs key "a”\n', {
    help: 'Write a plain " where it ends: what stands there is a typographic quote.',
  });
  expectRelated(code, 'srs key "a<|”|>\n');
  expectFixed(code, 'srs key "a”\n', 'srs key "a"\n');
});

test("says how to close it", () =>
  expectMessage(code, "srs key 'a\n", {
    message: "The string that opens here is never closed: smtpd reads on over the lines that follow.",
    help: "Close it with an apostrophe on the same line.",
  }));
