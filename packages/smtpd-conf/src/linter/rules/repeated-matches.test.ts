import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectNoFix, expectRelated, expectSilent } from "../testing.ts";

const code = "repeated-matches";
const action = "action a mbox\naction b mbox\n";

describe("reports", () => {
  test.each([
    `${action}match for domain x action a\nmatch <|for domain y|> action "a"\nmatch <|for domain { z, w }|> action a\n`,
    `${action}match from any tag t for domain x reject\nmatch tag t <|for domain y|> from any reject\nnonsense\n`,
    `${action}match for domain x action a\nqueue ttl 4d\nmatch <|for domain y|> action a\n`,
  ])("%j", (text) => expectMarked(code, text));
});

describe("is silent about", () => {
  test.each([
    `${action}match for domain x action a\nmatch for domain y action b\n`,
    `${action}match for domain x action a\nmatch for domain y reject\n`,
    `${action}match for domain x action a\nmatch from any for domain y action a\n`,
    `${action}match for domain x action a\nmatch for any reject\nmatch for domain y action a\n`,
    `${action}match for domain x action a\nmatch !for domain y action a\n`,
    `${action}match for domain x action a\nmatch for domain regex y action a\n`,
    `table t { y }\n${action}match for domain x action a\nmatch for domain <t> action a\n`,
    `${action}match for local action a\nmatch for any action a\n`,
  ])("%j", (text) => expectSilent(code, text));
});

test("points at the rule above", () => {
  const text = `${action}match for domain x action a\nmatch for domain y action a\n`;
  expectMessage(code, text, {
    message: "This rule differs from the one above it in the domain only.",
    help: "Write one rule with a list of the domains: for domain { … }.",
  });
  expectRelated(code, `${action}match <|for domain x|> action a\nmatch for domain y action a\n`);
  expectNoFix(code, text);
});
