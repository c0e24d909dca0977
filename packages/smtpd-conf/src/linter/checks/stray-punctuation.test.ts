import { test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "stray-punctuation";

test("marks a comma between options, conditions and names", () => {
  expectMarked(code, "listen on lo tls<|,|> tag x\n");
  expectMarked(code, "match from any<|,|> for any reject\n");
});

test("marks an equals sign and an arrow before a value", () => {
  expectMarked(code, "queue ttl <|=|> 4d\n");
  expectMarked(code, "smtp max-message-size <|=>|> 4d\n");
});

test("marks an open parenthesis", () => {
  expectMarked(code, "table t <|(|> a, b )\n");
  expectMessage(code, "table t ( a )\n", { help: "A list stands in braces: { a, b }." });
  expectNoFix(code, "table t ( a )\n");
});

test("removes it", () => {
  expectFixed(code, "queue ttl = 4d\n", "queue ttl 4d\n");
  expectFixed(code, "match from any, for any reject\n", "match from any for any reject\n");
});

test("is content where it belongs", () => {
  expectSilent(code, "a = b\nbounce warn-interval 1h, 2h\ntable t { a, b }\ntable u { a = b, c => d }\n");
});

test("leaves mistakes within lists to others", () => {
  expectSilent(code, "table t { a,, b }\n");
  expectSilent(code, "bounce warn-interval 1h, 2h,\n");
  expectSilent(code, "table t { a, b = c }\n");
});
