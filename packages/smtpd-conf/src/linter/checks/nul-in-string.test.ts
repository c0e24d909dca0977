import { test } from "vitest";
import { expectMarked, expectSilent } from "../testing.ts";

const code = "nul-in-string";

test("marks the byte", () => {
  expectMarked(code, 'table t { "a<|\0|>b" }\n');
  expectMarked(code, "admd '<|\0|>'\n");
});

test("marks one in a string over several lines", () => expectMarked(code, 'table t { "a\nb<|\0|>" }\n'));

test("has nothing to say of one outside of quotes", () => {
  expectSilent(code, "match reject\n\0\n");
  expectSilent(code, "# a\0b\nmatch reject\n");
});
