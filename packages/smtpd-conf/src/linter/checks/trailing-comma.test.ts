import { test } from "vitest";
import { expectFixed, expectMarked, expectSilent } from "../testing.ts";

const code = "trailing-comma";

test("marks a comma before the closing brace", () => {
  expectMarked(code, "table t { a, b<|,|> }\n");
  expectMarked(code, "table t {\n  a,\n  b<|,|>\n}\n");
  expectMarked(code, "filter c chain { a<|,|> }\n");
});

test("marks the second of two, and one at the beginning", () => {
  expectMarked(code, "table t { a,<|,|> b }\n");
  expectMarked(code, "table t { <|,|> a }\n");
});

test("marks one after the last delay of bounce", () => expectMarked(code, "bounce warn-interval 1h, 2h<|,|>\n"));

test("removes it", () => {
  expectFixed(code, "table t { a, b, }\n", "table t { a, b }\n");
  expectFixed(code, "table t { a,, b }\n", "table t { a, b }\n");
  expectFixed(code, "bounce warn-interval 1h,\n", "bounce warn-interval 1h\n");
});

test("is content with commas between entries, and with none", () =>
  expectSilent(code, "table t { a, b\n, c }\ntable u { a b\nc }\n"));

test("leaves empty braces to empty-table", () => expectSilent(code, "table t { }\n"));
