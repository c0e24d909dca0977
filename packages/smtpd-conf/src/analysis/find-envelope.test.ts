import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decide } from "../runtime/decide.ts";
import type { Envelope } from "../runtime/envelope.ts";
import { findDecided, isAccepted, openQuestions } from "./find-decided.ts";
import type { Scenario } from "./scenario.ts";
import { anyEnvelope, anyRules, listenersAndAction, rulesetOf, scenariosOf } from "./testing.ts";

const numRuns = Number(process.env["PROPERTY_RUNS"] ?? 200);
const machine = { hostname: "localhost", addresses: ["127.0.0.1", "::1"] };

/** Whether an envelope is of the kind that a scenario is about. */
function isOf({ session, authenticated, internal }: Scenario, envelope: Envelope): boolean {
  const isSocket = envelope.source === "local";
  return (
    isSocket === (session === "socket") && envelope.authenticated === authenticated && envelope.internal === internal
  );
}

/** What is found for one rule in one scenario. */
function search(text: string, number: number, scenario: number, steps = 1000) {
  const whole = listenersAndAction + text;
  const ruleset = rulesetOf(whole, { machine });
  const rule = ruleset.rules[number - 1];
  const kind = scenariosOf(whole, { machine })[scenario];
  if (rule === undefined || kind === undefined) throw new Error("no such rule or scenario");
  return findDecided(rule, { scenario: kind, literals: [] }, true, openQuestions(ruleset, steps));
}

test("what is found is decided by the rule, and nothing is where there is said to be nothing", () => {
  const counts = { found: 0, none: 0, unknown: 0 };
  fc.assert(
    fc.property(anyRules, fc.array(anyEnvelope, { minLength: 30, maxLength: 30 }), (text, envelopes) => {
      const whole = listenersAndAction + text;
      const ruleset = rulesetOf(whole, { machine });
      const questions = openQuestions(ruleset, 100_000);
      for (const scenario of scenariosOf(whole, { machine })) {
        for (const rule of ruleset.rules) {
          const finding = findDecided(rule, { scenario, literals: [] }, true, questions);
          counts[finding.kind]++;
          if (finding.kind === "found") expect(decide(ruleset, finding.envelope).rule, text).toBe(rule);
          if (finding.kind !== "none") continue;
          const deciding = envelopes.filter((one) => isOf(scenario, one) && decidesIn(ruleset, one) === rule);
          expect(deciding, `${text}rule ${rule.number}`).toEqual([]);
        }
      }
    }),
    { numRuns },
  );
  expect(counts.none).toBeGreaterThan(numRuns);
  expect(counts.found).toBeGreaterThan(numRuns);
  expect(counts.unknown).toBeLessThan(counts.found / 20);
});

function decidesIn(ruleset: ReturnType<typeof rulesetOf>, envelope: Envelope) {
  const { outcome, rule } = decide(ruleset, envelope);
  return outcome === "action" || outcome === "reject" ? rule : undefined;
}

describe("proves that there is nothing", () => {
  test.each<readonly [text: string, because: readonly number[]]>([
    ["match from any for any reject\nmatch from any for domain a.example reject\n", [1]],
    ['match from any tag A reject\nmatch from any tag B reject\nmatch from any !tag { A, B, "" } reject\n', []],
    [
      "match from any for domain a.example reject\nmatch from any !for domain a.example reject\nmatch from any for any reject\n",
      [1, 2],
    ],
    ["match from any for any tls reject\nmatch from local for any reject\n", [1]],
    ['match from any for domain b.example reject\nmatch from any for rcpt-to "@b.example" reject\n', [1]],
  ])("%s", (text, because) => {
    const rules = text.split("match").length - 1;
    const finding = search(text, rules, 0);
    expect(finding.kind).toBe("none");
    const numbers = finding.kind === "none" ? finding.because.map((rule) => "number" in rule && rule.number) : [];
    expect(numbers.toSorted()).toEqual(because);
  });
});

test("says which tables it relies on", () => {
  const text = "table own file:own\nmatch from any for domain <own> reject\nmatch from any for any action out\n";
  const found = [search(text, 1, 0), search(text, 2, 0)];
  for (const finding of found) {
    expect(finding.kind === "found" && finding.assumptions.map(({ condition }) => condition.table?.name)).toEqual([
      "own",
    ]);
  }
});

test("gives up at its bounds, and then does not say that there is nothing", () => {
  const lines = Array.from({ length: 12 }, (_, n) => {
    return `match !from src 10.0.0.${n} !helo h${n}.example !mail-from m${n}@a.example !for rcpt-to r${n}@a.example reject\n`;
  });
  expect(search(lines.join(""), 12, 0).kind).toBe("unknown");
  expect(search("match from any for any reject\n", 1, 0, 0).kind).toBe("unknown");
});

test("asks whether anybody takes mail, with or without one of the rules", () => {
  const text = `${listenersAndAction}match from any for domain a.example action out\nmatch from any for any reject\n`;
  const ruleset = rulesetOf(text, { machine });
  const [scenario] = scenariosOf(text, { machine });
  const kind = { scenario: scenario as Scenario, literals: [] };
  const ask = (steps: number, except?: number) =>
    isAccepted(kind, openQuestions(ruleset, steps), except === undefined ? undefined : ruleset.rules[except - 1]);
  expect([ask(100), ask(100, 1), ask(0)]).toEqual([true, false, undefined]);
});
