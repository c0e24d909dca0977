import { decide, type Envelope, newestRelease, openAnalysis, parseRelease, type Release } from "smtpd-conf";
import { describe, expect, test } from "vitest";
import { findRedundantConditions } from "../../packages/smtpd-conf/src/analysis/redundant-conditions.ts";
import { findRedundantRules } from "../../packages/smtpd-conf/src/analysis/redundant-rules.ts";
import { allScenarios } from "../../packages/smtpd-conf/src/analysis/scenarios.ts";
import { tableFilesOf } from "../../packages/smtpd-conf/src/model/testing.ts";
import { evaluateRule } from "../../packages/smtpd-conf/src/runtime/decide.ts";
import type { MatchRule } from "../../packages/smtpd-conf/src/runtime/match-rule.ts";
import type { Ruleset } from "../../packages/smtpd-conf/src/runtime/ruleset.ts";
import { daemonReleases } from "../conformance/daemon.ts";
import { makeScenario, type Scenario } from "../daemons/generator/scenario.ts";
import { envelopesFor, machine, openRuleset } from "./rule-sets.ts";

const seed = 23;
const ruleSets = 150;
const perRuleSet = 150;

describe.each(daemonReleases)("over generated rule sets for %s", (release) => {
  const target = parseRelease(release) ?? newestRelease;
  const cases = Array.from({ length: ruleSets }, (_, index) => openCase(index, release, target));

  test("without a redundant rule, all mail goes the same way", () => {
    const found = cases.flatMap(({ rules, ...one }) => rules.map(({ rule }) => ({ ...one, rule })));
    expect(found.length).toBeGreaterThan(0);
    expect(found.flatMap(({ rule, ...one }) => differencesWithout(rule, one))).toEqual([]);
  });

  test("without a redundant condition, a rule matches the same mail", () => {
    const found = cases.flatMap(({ conditions, ...one }) => conditions.map((condition) => ({ ...one, ...condition })));
    expect(found.length).toBeGreaterThan(0);
    for (const { rule, condition, envelopes } of found) {
      const without = { ...rule, conditions: rule.conditions.filter((other) => other !== condition) };
      const answers = (one: MatchRule) => envelopes.map((envelope) => evaluateRule(one, envelope).answer);
      expect(answers(without)).toEqual(answers(rule));
    }
  });
});

/** A rule set whose actions are all the same: rules that do the same are what can be redundant. */
function openCase(index: number, release: string, target: Release) {
  const scenario = withFewActions(makeScenario(seed, index, release));
  const { model, ruleset } = openRuleset(scenario.text, scenario, target);
  const analysis = openAnalysis(model, { machine, tableFiles: tableFilesOf(scenario.files) });
  const scenarios = allScenarios(analysis.listeners(), analysis.ruleset(), machine);
  const reach = analysis.reach();
  const alive = ruleset.rules.filter((_, number) => reach[number]?.kind === "reached");
  return {
    ruleset,
    envelopes: envelopesFor(seed, index, perRuleSet),
    rules: findRedundantRules(analysis.ruleset(), scenarios, reach),
    conditions: findRedundantConditions(ruleset, scenarios, alive),
  };
}

function withFewActions(scenario: Scenario): Scenario {
  return {
    ...scenario,
    text: scenario.text.replace(/^(match .* action) "a\d"$/gm, '$1 "a"').concat('action "a" relay\n'),
  };
}

interface Rules {
  readonly ruleset: Ruleset;
  readonly envelopes: readonly Envelope[];
}

/** The mail that would go another way without a rule, as far as it can be told. */
function differencesWithout({ number }: MatchRule, { ruleset, envelopes }: Rules) {
  const without = { ...ruleset, rules: ruleset.rules.filter((other) => other.number !== number) };
  return envelopes.flatMap((envelope) => {
    const [was, is] = [decide(ruleset, envelope), decide(without, envelope)];
    if (was.outcome === "unknown" || is.outcome === "unknown") return [];
    return was.outcome === is.outcome && was.rule?.action === is.rule?.action ? [] : [{ number, envelope }];
  });
}
