import { describe, test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "multiline-list-version";
const old = { target: "7.4" } as const;

test("marks the brace or comma that the newline stands behind", () => {
  expectMarked(code, "table a <|{|>\n  b }\n", old);
  expectMarked(code, "table a { b<|,|>\n  c }\n", old);
  expectMarked(code, "table a { b<|,|> # first\n\n  c }\n", old);
});

test("marks the closing brace that it stands before", () => expectMarked(code, "table a { b\n  c\n\n<|}|>\n", old));

test("marks only the first newline of a list, as smtpd stops there", () =>
  expectMarked(code, "table a <|{|>\n  b,\n  c\n}\n", old));

test("knows all places that take a list", () => {
  expectMarked(code, "match for domain <|{|>\n  a } reject\n", old);
  expectMarked(code, "filter f chain <|{|>\n  a }\nlisten on lo filter { a<|,|>\n  b }\n", old);
  expectMarked(code, 'action "in" mbox alias <|{|>\n  a = b }\n', old);
});

test("goes before a mistake further down the list", () => expectMarked(code, "table a <|{|>\n  b = c\n  d\n}\n", old));

test("is content with newlines between the entries, and with backslashes", () => {
  expectSilent(code, "table a { b\n  c\n\n  d }\n", old);
  expectSilent(code, "table a { \\\n  b, \\\n  c \\\n}\n", old);
});

test("leaves what no release takes to others", () => {
  expectSilent(code, "table a { b\n  , c }\n", old);
  expectSilent(code, "table a { b =\n  c }\n", old);
  expectSilent(code, "table a {\n}\n", old);
});

test("has nothing to say from 7.5 on", () => expectSilent(code, "table a {\n  b,\n  c\n}\n", { target: "7.5" }));

test("names the place and the target", () => {
  const help = "Write the list on one line, or end each of its lines with a backslash and no comment.";
  const behindBrace = 'A newline behind "{" is allowed since 7.5, and the target is 6.8.0.';
  expectMessage(code, "table a {\nb }\n", { message: behindBrace, help }, { target: "6.8.0" });
  const behindComma = "A newline behind a comma is allowed since 7.5, and the target is 7.4.";
  expectMessage(code, "table a { b,\nc }\n", { message: behindComma }, old);
  const before = 'A newline before "}" is allowed since 7.5, and the target is 7.4.';
  expectMessage(code, "table a { b\n}\n", { message: before }, old);
});

describe("continues the lines with backslashes", () => {
  test("where 7.4 would stop, and nowhere else", () => {
    expectFixed(code, "table a {\n  b\n  c,\n  d\n}\n", "table a { \\\n  b\n  c, \\\n  d \\\n}\n", old);
    expectFixed(code, "table a { b,\n\n  c }\n", "table a { b, \\\n \\\n  c }\n", old);
  });

  test("in this list only", () =>
    expectFixed(
      code,
      "match from src {\n  a } for domain { b } reject\n",
      "match from src { \\\n  a } for domain { b } reject\n",
      old,
    ));

  test("but not behind a comment, which would go on too", () => {
    expectNoFix(code, "table a { # some\n  b }\n", old);
    expectNoFix(code, "table a {\n  b, # some\n  c\n}\n", old);
  });
});
