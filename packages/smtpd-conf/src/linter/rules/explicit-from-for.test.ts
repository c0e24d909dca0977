import { describe, test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "explicit-from-for";

describe("reports", () => {
  test.each([
    "action a mbox\n<|match|> for local action a\n",
    "action a mbox\n<|match|> from any action a\n",
    "action a mbox\n<|match|> auth action a\n<|match|> !from socket reject\nnonsense\n",
  ])("%j", (text) => expectMarked(code, text));
});

describe("is silent about", () => {
  test.each([
    "action a mbox\nmatch from any for any action a\n",
    "action a mbox\nmatch !from local !for local action a\n",
    "action a mbox\nmatch from auth for rcpt-to x action a\n",
  ])("%j", (text) => expectSilent(code, text));
});

test("says what is meant", () => {
  expectMessage(code, "match for any reject\n", {
    message: "Without from this rule means: from local.",
    help: "Write it out: match from local …",
  });
  expectMessage(code, "match reject\n", { message: "Without from and for this rule means: from local for local." });
});

test("writes it out", () => {
  expectFixed(code, "match for any reject\n", "match from local for any reject\n");
  expectFixed(code, "match reject\n", "match from local for local reject\n");
});

test("does not touch what a macro wrote", () => expectNoFix(code, 'm = "match for any"\n$m reject\n'));
