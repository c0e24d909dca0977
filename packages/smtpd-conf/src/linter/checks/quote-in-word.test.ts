import { test } from "vitest";
import { expectFixed, expectMarked, expectSilent } from "../testing.ts";

const code = "quote-in-word";

test("marks the keyword with the string", () => {
  expectMarked(code, 'match for <|domain"x"|> reject\n');
  expectMarked(code, "listen on lo <|tag'x'|>\n");
  expectMarked(code, 'match <|mail-from"@x"|> reject\n');
});

test("marks the first word of a statement", () => {
  expectMarked(code, '<|include"/etc/x"|>\n');
  expectMarked(code, '<|table"x"|> { a }\n');
});

test("puts a blank between them", () => {
  expectFixed(code, 'match for domain"x" reject\n', 'match for domain "x" reject\n');
  expectFixed(code, 'action"x" mbox\n', 'action "x" mbox\n');
});

test("has nothing to say where smtpd takes the word for a value", () => {
  expectSilent(code, 'listen on lo tag x"y"\n');
  expectSilent(code, "table t { it's }\n");
});

test("has nothing to say of a word that is no keyword anyway", () =>
  expectSilent(code, 'match for nobody"x" reject\n'));
