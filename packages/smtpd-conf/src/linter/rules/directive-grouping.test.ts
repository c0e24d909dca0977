import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectNoFix, expectRelated, expectSilent } from "../testing.ts";

const code = "directive-grouping";

describe("reports", () => {
  test.each([
    "action a mbox\n<|listen|> on lo\nmatch for local action a\n",
    "action a mbox\nmatch for local action a\n<|action|> b relay\n<|listen|> on lo\nmatch for any action b\n",
    "match for local reject\n<|listen|> on lo\nnonsense\n",
  ])("%j", (text) => expectMarked(code, text));
});

describe("is silent about", () => {
  test.each([
    "listen on lo\naction a mbox\nmatch for local action a\n",
    "action a mbox\nmatch for local action a\nqueue ttl 4d\ntable t { x }\n",
    "match for any reject\n",
  ])("%j", (text) => expectSilent(code, text));

  test("an included file", () => {
    const files = { "/i": "listen on lo\n" };
    expectSilent(code, `action a mbox\ninclude "/i"\nmatch for local action a\n`, { files });
  });
});

test("names the two", () => {
  const text = "match for any reject\nlisten on lo\n";
  expectMessage(code, text, {
    message: "A listener stands below a rule here.",
    help: "Write first all listeners, then all actions, then all rules.",
  });
  expectMessage(code, "match for any reject\naction a mbox\n", { message: "An action stands below a rule here." });
  expectNoFix(code, text);
});

test("points at the first of the statements above", () => {
  expectRelated(code, "<|match|> for local reject\nmatch for any reject\nlisten on lo\n");
});
