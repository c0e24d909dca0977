import { describe, expect, test } from "vitest";
import { evaluateCondition } from "../runtime/decide.ts";
import { plainEnvelope } from "../runtime/envelope.ts";
import { strangeSource } from "./strangers.ts";
import { rulesetOf } from "./testing.ts";

/** Which of some addresses a stranger can have. */
function strangeTo(rules: string, sources: readonly string[]): readonly string[] {
  const { condition, wanted } = strangeSource(rulesetOf(rules), []);
  return sources.filter((source) => {
    return (evaluateCondition(condition, { ...plainEnvelope, source, rcptTo: "x@y" }) === "match") === wanted;
  });
}

describe("strangers come from", () => {
  test.each([
    [
      "the internet, and not from private networks",
      "match from any for any reject\n",
      ["8.8.8.8", "10.1.1.1", "127.0.0.1", "[2001:db8::1]", "[fd00::1]", "[fe80::1]"],
      ["8.8.8.8", "[2001:db8::1]"],
    ],
    [
      "none of the networks that rules name",
      "match from src { 8.8.0.0/16, 2001:db8::/32 } for any reject\n",
      ["8.8.8.8", "8.9.8.8", "[2001:db8::1]"],
      ["8.9.8.8"],
    ],
    ["none that they turn away", "match !from src 8.8.8.8 for any reject\n", ["8.8.8.8", "8.8.8.9"], ["8.8.8.9"]],
    [
      "networks that are too large to be known",
      "match from src { 8.0.0.0/7, 2001::/16 } for any reject\n",
      ["8.8.8.8", "[2001:db8::1]"],
      ["8.8.8.8", "[2001:db8::1]"],
    ],
  ])("%s", (_what, rules, sources, strange) => expect(strangeTo(rules, sources)).toEqual(strange));

  test("the larger ones of networks that are half of the internet together", () => {
    const networks = Array.from({ length: 200 }, (_, index) => `${index + 11}.0.0.0/8`);
    const rules = `match from src { ${networks.join(", ")}, 8.8.8.0/24 } for any reject\n`;
    expect(strangeTo(rules, ["200.1.1.1", "8.8.8.8"])).toEqual(["200.1.1.1"]);
  });
});
