import { decide, type Envelope, type Model, newestRelease, parseRelease, type Release, type Ruleset } from "smtpd-conf";
import { describe, expect, test } from "vitest";
import { type Access, type AccessWay, findAccess } from "../../packages/smtpd-conf/src/analysis/access.ts";
import { foreignRecipient } from "../../packages/smtpd-conf/src/analysis/own-domains.ts";
import { strangeSource } from "../../packages/smtpd-conf/src/analysis/strangers.ts";
import { listenerOf } from "../../packages/smtpd-conf/src/model/listener.ts";
import { evaluateCondition } from "../../packages/smtpd-conf/src/runtime/decide.ts";
import { daemonReleases } from "../conformance/daemon.ts";
import { makeScenario } from "../daemons/generator/scenario.ts";
import { envelopesFor, openRuleset } from "./rule-sets.ts";

const seed = 31;
const ruleSets = 40;
const perRuleSet = 300;

describe.each(daemonReleases)("over generated rule sets for %s", (release) => {
  const target = parseRelease(release) ?? newestRelease;
  const cases = Array.from({ length: ruleSets }, (_, index) => openCase(index, release, target));

  test("each example ends as it says", () => {
    for (const { ruleset, access } of cases) {
      for (const { envelope, rule, outcome } of access.flatMap(certainWays)) {
        const decision = decide(ruleset, envelope);
        expect({ rule: decision.rule?.number, outcome: decision.outcome }).toEqual({
          rule: rule?.number,
          outcome: decisions[outcome],
        });
      }
    }
  });

  test("no mail of a party ends in a way that is not listed", () => {
    const missing = cases.flatMap((one) => one.envelopes.flatMap((envelope) => missingWays(envelope, one)));
    expect(missing).toEqual([]);
  });

  test("there is mail of all parties and kinds", () => {
    const kinds = cases.flatMap((one) => one.envelopes.flatMap((envelope) => accessOf(envelope, one).map(kindOf)));
    // The rule sets for 6.8 have no listener where users can log in.
    expect(new Set(kinds).size).toBe(release === "6.8" ? 4 : 6);
  });

  // Regular expressions that are not understood leave a search open.
  test("most searches come to an end", () => {
    const access = cases.flatMap((one) => one.access);
    expect(access.filter(({ complete }) => !complete).length).toBeLessThan(access.length / 4);
  });
});

const decisions: Readonly<Record<AccessWay["outcome"], string>> = {
  delivered: "action",
  relayed: "action",
  rejected: "reject",
  "no-match": "no-match",
  "temporary-failure": "temporary-failure",
};

interface Case {
  readonly model: Model;
  readonly ruleset: Ruleset;
  readonly access: readonly Access[];
  readonly envelopes: readonly Envelope[];
}

/** A rule set behind listeners that anybody can reach, this machine included. */
function openCase(index: number, release: string, target: Release): Case {
  const scenario = makeScenario(seed, index, release);
  const text = scenario.text.replaceAll("listen on lo ", "listen on 0.0.0.0 ");
  const { model, ruleset } = openRuleset(text, scenario, target);
  const access = findAccess(model, model.listeners.map(listenerOf), ruleset);
  return { model, ruleset, access, envelopes: envelopesFor(seed, index, perRuleSet) };
}

function certainWays({ ways }: Access): readonly AccessWay[] {
  return ways.filter(({ tables }) => tables.length === 0);
}

function kindOf({ party, recipients }: Access): string {
  return `${party} ${recipients}`;
}

/** Where mail comes in that is one of a party's; with which listener, its tag says. */
function accessOf(envelope: Envelope, { ruleset, access }: Case): readonly Access[] {
  const party = partyOf(envelope, ruleset);
  const foreign = foreignRecipient(ruleset).every(
    ({ condition }) => evaluateCondition(condition, envelope) === "no-match",
  );
  return access.filter(
    (one) =>
      one.party === party &&
      one.recipients === (foreign ? "foreign" : "own") &&
      (envelope.source === "local") === one.listeners.every(({ exposure }) => exposure === "socket") &&
      (one.listeners[0]?.tag ?? "") === envelope.tag,
  );
}

function partyOf(envelope: Envelope, ruleset: Ruleset): Access["party"] | undefined {
  const { source, authenticated, internal } = envelope;
  if (internal) return undefined;
  if (source === "local" || (!authenticated && (source === "127.0.0.1" || source === "[::1]"))) return "machine";
  if (evaluateCondition(strangeSource(ruleset, []).condition, envelope) !== "no-match") return undefined;
  return authenticated ? "user" : "stranger";
}

function missingWays(envelope: Envelope, one: Case) {
  const { rule, outcome } = decide(one.ruleset, envelope);
  if (outcome === "unknown") return [];
  const missed = accessOf(envelope, one).filter(
    ({ complete, ways }) =>
      complete && !ways.some((way) => way.rule?.number === rule?.number && decisions[way.outcome] === outcome),
  );
  return missed.map((access) => ({ kind: kindOf(access), envelope, rule: rule?.number, outcome }));
}
