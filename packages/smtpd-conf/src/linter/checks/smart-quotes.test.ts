import { test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectSilent } from "../testing.ts";

const code = "smart-quotes";

test("marks the first such character of a line", () => {
  expectMarked(code, "action <|“|>a” mbox\n");
  expectMarked(code, "table t { <|‘|>a’ }\n");
  expectMarked(code, "action a mda x <|–|>f\n");
  expectMarked(code, "action a lmtp x rcpt<|–|>to\n");
  expectMarked(code, "match<|\u00a0|>from any reject\n");
});

test("mends all of them in one go", () => {
  expectFixed(code, "table t { “a b”, „c” }\n", 'table t { "a b", "c" }\n');
  expectFixed(code, "match\u00a0from any\u200b reject\n", "match from any reject\n");
});

test("knows the quotes of Windows in a file that is not UTF-8", () => {
  expectFixed(code, "table t { \u0093x\u0094 }\n", 'table t { "x" }\n', { encoding: "latin1" });
  expectSilent(code, "table t { \u0093x\u0094 }\n");
});

test("is content with them in strings and comments", () => expectSilent(code, '# “a”\naction a maildir "/mail/“a”"\n'));

test("leaves other characters to unquoted-special-word", () => expectSilent(code, "action é mbox\n"));

test("names the character", () =>
  expectMessage(code, "action “a” mbox\n", {
    message: "This is a typographic character (U+201C), as web pages and word processors make them.",
    help: 'Write a plain " instead.',
  }));
