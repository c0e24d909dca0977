import { test } from "vitest";
import { expectFixed, expectMarked, expectSilent } from "../testing.ts";

const code = "unquoted-number";

test("marks a number as a name", () => {
  expectMarked(code, "table <|1|> { a }\n");
  expectMarked(code, "action <|25|> mbox\n");
  expectMarked(code, "<|25|> = smtp\n");
});

test("marks a number as a value", () => {
  expectMarked(code, "table t { a, <|1|>, 2 }\n");
  expectMarked(code, "table t { a = <|-1|> }\n");
  expectMarked(code, "match tag <|1|> reject\n");
  expectMarked(code, "srs key <|12345|>\n");
});

test("marks a number before a slash with the rest of it", () => {
  expectMarked(code, "match from src <|10/8|> reject\n");
  expectFixed(code, "table t { 10/8, a }\n", 'table t { "10/8", a }\n');
});

test("puts it in quotes", () => {
  expectFixed(code, "match tag 007 reject\n", 'match tag "007" reject\n');
  expectFixed(code, "table t { a = 1000 }\n", 'table t { a = "1000" }\n');
});

test("puts quotes into the macro that it comes from", () =>
  expectFixed(code, 'n = "25"\nmatch tag $n reject\n', "n = '\"25\"'\nmatch tag $n reject\n"));

test("is content with digits that are a word", () =>
  expectSilent(code, "table t { 192.0.2.1, 10.0.0.0/8, 4d, 25x, 1:2 }\n"));

test("has nothing to say where a number is expected", () => {
  expectSilent(code, "listen on lo port 25\nmta max-deferred 5\nsmtp max-message-size 1000\n");
});

test("leaves macros to macro-value-not-string", () => expectSilent(code, "p = 25\n"));
