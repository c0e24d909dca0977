import { test } from "vitest";
import { expectMarked, expectRelated, expectSilent } from "../testing.ts";

const code = "unclosed-brace";

test("marks the statement that begins within the list, and points at the brace", () => {
  expectMarked(code, "table t {\n  a\n  b\n<|match|> reject\n");
  expectRelated(code, "table t <|{|>\n  a\n  b\nmatch reject\n");
});

test("marks the end of the text where nothing follows, and points at the brace", () => {
  expectMarked(code, "match from src { a<||>");
  expectMarked(code, "table t {\n  a\n<||>");
  expectRelated(code, "table t <|{|>\n  a\n");
});

test("reads on with that statement", () => {
  expectMarked(code, "table t { a\n<|listen|> on lo\ntable u { b\n<|match|> reject\n");
});

test("is content with a list that is closed", () => expectSilent(code, "table t {\n  a\n}\nmatch reject\n"));

test("leaves a mistake within the list to others", () => expectSilent(code, "table t { a = b, c }\n"));
