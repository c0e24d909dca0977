import { decide, type Envelope, lint, newestRelease, parseRelease, type Release } from "smtpd-conf";
import { describe, expect, test } from "vitest";
import { fullForm, shortestForm } from "../../packages/smtpd-conf/src/analysis/shortest-form.ts";
import { printCondition, type WrittenCondition } from "../../packages/smtpd-conf/src/analysis/written-condition.ts";
import { tableFilesOf } from "../../packages/smtpd-conf/src/model/testing.ts";
import type { MatchRule } from "../../packages/smtpd-conf/src/runtime/match-rule.ts";
import { daemonReleases } from "../conformance/daemon.ts";
import { makeScenario, type Scenario } from "../daemons/generator/scenario.ts";
import { envelopesFor, openRuleset } from "./rule-sets.ts";

const seed = 11;
const ruleSets = 60;
const perRuleSet = 150;

describe.each(daemonReleases)("over generated rule sets for %s", (release) => {
  const target = parseRelease(release) ?? newestRelease;
  const cases = Array.from({ length: ruleSets }, (_, index) => openCase(makeScenario(seed, index, release), target));

  test("all forms of a rule decide about the same mail", () => {
    const differences = cases.flatMap((one, index) => {
      const envelopes = envelopesFor(seed, index, perRuleSet);
      return [one.shortest, one.full].flatMap((text) => differencesOf(one, text, target, envelopes));
    });
    expect(differences).toEqual([]);
  });

  test("smtpd would take them all", () => {
    for (const { scenario, shortest, full } of cases) {
      for (const text of [shortest, full]) {
        const { verdict } = lint({ path: "smtpd.conf", text, target, tableFiles: tableFilesOf(scenario.files) });
        expect(verdict, text).toBe("accepted");
      }
    }
  });

  test("the shortest form cannot be shortened, the full form says all, and they lead to each other", () => {
    for (const { scenario, shortest, full } of cases) {
      expect(openCase({ ...scenario, text: shortest }, target)).toMatchObject({ shortest });
      expect(openCase({ ...scenario, text: full }, target)).toMatchObject({ full, shortest });
    }
  });

  test("many rules become shorter", () => {
    expect(cases.filter(({ scenario, shortest }) => shortest.length < scenario.text.length).length).toBeGreaterThan(10);
  });
});

interface Case {
  readonly scenario: Scenario;
  readonly shortest: string;
  readonly full: string;
}

function openCase(scenario: Scenario, target: Release): Case {
  const { model, ruleset } = openRuleset(scenario.text, scenario, target);
  return {
    scenario,
    shortest: rewritten(scenario.text, ruleset.rules, (rule) => shortestForm(rule, model)),
    full: rewritten(scenario.text, ruleset.rules, fullForm),
  };
}

/** The text with the conditions of each rule in another form. */
function rewritten(
  text: string,
  rules: readonly MatchRule[],
  form: (rule: MatchRule) => readonly WrittenCondition[],
): string {
  const lines = rules.map((rule) => {
    const decision = rule.action === undefined ? "reject" : `action "${rule.action}"`;
    return ["match", ...form(rule).map(printCondition), decision].join(" ");
  });
  return text.replace(/^match .*$/gm, () => lines.shift() ?? "");
}

/** The envelopes that another text decides about in another way. */
function differencesOf({ scenario }: Case, text: string, target: Release, envelopes: readonly Envelope[]) {
  const { ruleset } = openRuleset(scenario.text, scenario, target);
  const other = openRuleset(text, scenario, target).ruleset;
  return envelopes.flatMap((envelope) => {
    const [was, is] = [decide(ruleset, envelope), decide(other, envelope)];
    if (was.outcome === is.outcome && was.rule?.number === is.rule?.number) return [];
    return [{ before: scenario.text, after: text, envelope, was: was.rule?.number, is: is.rule?.number }];
  });
}
