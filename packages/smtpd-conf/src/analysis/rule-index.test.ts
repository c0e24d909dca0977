import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evaluateRule } from "../runtime/decide.ts";
import { type Envelope, plainEnvelope } from "../runtime/envelope.ts";
import type { MatchRule } from "../runtime/match-rule.ts";
import { indexRules, openRuleKeys } from "./rule-index.ts";
import { anyEnvelope, anyRules, listenersAndAction, rulesetOf, type TestOptions } from "./testing.ts";

/** The rules that an index names for an envelope, by number. */
function named(text: string, envelope: Envelope, options: TestOptions = {}): readonly number[] {
  const { rules, delimiter } = rulesetOf(text, options);
  return [...indexRules(rules, openRuleKeys(delimiter)).before(behind(rules), envelope)].map(({ number }) => number);
}

/** A rule behind all others. */
function behind(rules: readonly MatchRule[]): MatchRule {
  return { ...(rules[0] as MatchRule), number: rules.length + 1 };
}

test.each(["7.9", "6.4.0"] as const)("leaves out only rules that do not match, in %s", (target) => {
  let left = 0;
  fc.assert(
    fc.property(anyRules, fc.array(anyEnvelope, { minLength: 10, maxLength: 10 }), (text, envelopes) => {
      const { rules, delimiter } = rulesetOf(listenersAndAction + text, { target });
      const index = indexRules(rules, openRuleKeys(delimiter));
      for (const envelope of envelopes) {
        const found = new Set(index.before(behind(rules), envelope));
        for (const rule of rules.filter((one) => !found.has(one))) {
          left++;
          expect(evaluateRule(rule, envelope).answer, `${text}${JSON.stringify(envelope)}`).toBe("no-match");
        }
      }
    }),
    { numRuns: 2000 },
  );
  expect(left).toBeGreaterThan(1000);
});

describe("names few rules where each is for something else:", () => {
  const envelope: Envelope = {
    ...plainEnvelope,
    source: "10.0.0.7",
    rdns: "h7.example",
    helo: "h7.example",
    authenticated: true,
    username: "u7",
    tag: "t7",
    mailFrom: "u7@d7.example",
    rcptTo: "u7+tag@x.d7.example",
  };

  test.each([
    'from src "10.0.0.N"',
    'from rdns "hN.example"',
    'from rdns regex "^hN\\.example$"',
    'from any for domain "x.dN.example"',
    'from any for domain "*.dN.example"',
    'from any for domain regex "\\.dN\\.example$"',
    'from any helo "hN.example"',
    'auth "uN"',
    'from mail-from "uN@dN.example"',
    'from mail-from "@dN.example"',
    'from mail-from "uN"',
    'for rcpt-to "uN@x.dN.example"',
    'for rcpt-to "@*.dN.example"',
    "tag tN",
    'from any mail-from "uN" for domain "x.d7.example"',
  ])("%s", (conditions) => {
    const line = `match ${conditions} reject\n`;
    const text = Array.from({ length: 20 }, (_, number) => line.replaceAll("N", String(number))).join("");
    expect(named(text, envelope)).toEqual([8]);
  });
});

test("comes to a rule once, in order, and to none from the given one on", () => {
  const text = ["src 10.0.0.0/8", 'mail-from "bob"', "any", 'mail-from { "bob", "@a.example" }', "local"];
  const rules = text.map((from) => `match from ${from} reject\n`).join("");
  const envelope = { ...plainEnvelope, source: "10.1.1.1", mailFrom: "bob@a.example", rcptTo: "x@localhost" };
  expect(named(rules, envelope)).toEqual([1, 2, 3, 4, 5]);
  const { rules: made, delimiter } = rulesetOf(rules);
  expect([...indexRules(made, openRuleKeys(delimiter)).before(made[2] as MatchRule, envelope)]).toEqual(
    made.slice(0, 2),
  );
});
