import { test } from "vitest";
import { expectFixed, expectMarked, expectNoFix, expectSilent } from "../testing.ts";

const code = "table-missing-braces";

test("marks all values of a table", () => {
  expectMarked(code, "table t <|a, b|>\n");
  expectMarked(code, 'table t <|"a" "b"|>\n');
  expectMarked(code, "table t <|a = b, c => d|>\n");
});

test("marks the values of a condition or an option, and no more", () => {
  expectMarked(code, "match from src <|192.0.2.1, 192.0.2.2|> for any reject\n");
  expectMarked(code, "listen on lo filter <|a, b|>\n");
  expectMarked(code, "action a relay host <|a, b|> tls\n");
});

test("puts them in braces", () => {
  expectFixed(code, "table t a, b\n", "table t { a, b }\n");
  expectFixed(code, "match for domain a, b reject\n", "match for domain { a, b } reject\n");
});

test("has no fix where a macro brought a part of it", () => expectNoFix(code, 'l = "a, b"\ntable t $l\n'));

test("leaves one value to unknown-table-backend", () => expectSilent(code, "table t a@b\n"));

test("has nothing to say of a comma where no list is taken", () => {
  expectSilent(code, "listen on lo tls, port 25\n");
  expectSilent(code, "match from any, for any reject\n");
});
