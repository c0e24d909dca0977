import { decide, lint, newestRelease, openAnalysis, parseRelease, type Release } from "smtpd-conf";
import { describe, expect, test } from "vitest";
import { effectiveConfiguration } from "../../packages/smtpd-conf/src/analysis/effective-configuration.ts";
import { printConfiguration } from "../../packages/smtpd-conf/src/analysis/print-configuration.ts";
import { tableFilesOf } from "../../packages/smtpd-conf/src/model/testing.ts";
import { daemonReleases } from "../conformance/daemon.ts";
import { makeScenario, type Scenario } from "../daemons/generator/scenario.ts";
import { envelopesFor, machine, openRuleset } from "./rule-sets.ts";

const seed = 17;
const ruleSets = 60;
const perRuleSet = 150;

describe.each(daemonReleases)("over generated rule sets for %s, what is printed", (release) => {
  const target = parseRelease(release) ?? newestRelease;
  const scenarios = Array.from({ length: ruleSets }, (_, index) => makeScenario(seed, index, release));
  const cases = scenarios.map((scenario) => ({ scenario, printed: printed(scenario.text, scenario, target) }));

  test("is taken by smtpd", () => {
    for (const { scenario, printed: text } of cases) {
      expect(lint({ path: "smtpd.conf", text, target, tableFiles: tableFilesOf(scenario.files) }).verdict, text).toBe(
        "accepted",
      );
    }
  });

  test("has the same rule decide about every envelope", () => {
    const differences = cases.flatMap(({ scenario, printed: text }, index) => {
      const before = openRuleset(scenario.text, scenario, target).ruleset;
      const after = openRuleset(text, scenario, target).ruleset;
      return envelopesFor(seed, index, perRuleSet).flatMap((envelope) => {
        const [was, is] = [decide(before, envelope), decide(after, envelope)];
        const same = was.outcome === is.outcome && was.rule?.number === is.rule?.number;
        return same ? [] : [{ text, envelope, was: was.rule?.number, is: is.rule?.number }];
      });
    });
    expect(differences).toEqual([]);
  });

  test("lets strangers relay where the file does", () => {
    for (const { scenario, printed: text } of cases) {
      expect(relayOf(text, scenario, target), text).toEqual(relayOf(scenario.text, scenario, target));
    }
  });

  test("is printed again with other comments at most", () => {
    for (const { scenario, printed: text } of cases) {
      expect(withoutComments(printed(text, scenario, target))).toBe(withoutComments(text));
    }
  });

  test("says more than the file", () => {
    expect(cases.filter(({ scenario, printed: text }) => text.length > scenario.text.length).length).toBe(ruleSets);
  });
});

function printed(text: string, scenario: Scenario, target: Release): string {
  const { model } = openRuleset(text, scenario, target);
  const analysis = openAnalysis(model, { machine, tableFiles: tableFilesOf(scenario.files) });
  return printConfiguration(effectiveConfiguration(model, analysis));
}

/** The answer and the rules of the witnesses, for listeners that anybody can reach. */
function relayOf(text: string, scenario: Scenario, target: Release) {
  const { model } = openRuleset(text.replaceAll("listen on lo ", "listen on em0 "), scenario, target);
  const { answer, witnesses } = openAnalysis(model, { machine, tableFiles: tableFilesOf(scenario.files) }).relay();
  return { answer, rules: witnesses.map(({ rule, domains }) => [rule.number, domains]) };
}

function withoutComments(text: string): string {
  return text.replace(/^#.*\n/gm, "").replace(/^\n+/gm, "");
}
