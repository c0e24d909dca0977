import { test } from "vitest";
import { expectMarked, expectSilent } from "../testing.ts";

const code = "nul-byte";

test("marks a NUL byte within a statement", () => {
  expectMarked(code, "match from any<|\0|> reject\n");
  expectMarked(code, "match reject<|\0|> # more\n");
  expectMarked(code, "match rej<|\0|>ect\n");
});

test("marks the first of many", () => expectMarked(code, "m<|\0|>a\0t\0c\0h\0\n\0"));

test("is content with one between statements: smtpd stops there and is content too", () =>
  expectSilent(code, "match reject\n\0garbage (\n"));

test("is content with one in a comment", () => expectSilent(code, "# a\0b\nmatch reject\n"));

test("leaves one in quotes to nul-in-string", () => expectSilent(code, 'table t { "a\0b" }\n'));
