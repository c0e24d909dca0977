import {
  type Analysis,
  buildModel,
  decide,
  type Envelope,
  newestRelease,
  openAnalysis,
  parseConfiguration,
  parseRelease,
  type RelayWitness,
} from "smtpd-conf";
import type { Literal } from "../../packages/smtpd-conf/src/analysis/literal.ts";
import { foreignRecipient } from "../../packages/smtpd-conf/src/analysis/own-domains.ts";
import { strangeSource } from "../../packages/smtpd-conf/src/analysis/strangers.ts";
import { tableFilesOf } from "../../packages/smtpd-conf/src/model/testing.ts";
import { evaluateCondition } from "../../packages/smtpd-conf/src/runtime/decide.ts";
import { createRandom, seedOf } from "../conformance/random.ts";
import { matcherEnvelope } from "../daemons/compare.ts";
import { type Listener, makeEnvelope } from "../daemons/generator/envelopes.ts";
import { makeScenario, type Scenario } from "../daemons/generator/scenario.ts";
import { serverAddresses, serverName } from "../daemons/protocol.ts";

/** What the analysis says of one rule set, and the mail by which it is wrong. */
export interface Verdict {
  readonly scenario: Scenario;
  readonly analysis: Analysis;
  readonly envelopes: number;
  /** How many of them are those of strangers, to foreign recipients. */
  readonly strange: number;
  readonly disagreements: readonly string[];
}

/** Envelopes that are tried on each rule set, besides those of its scenario. */
const perRuleSet = 200;

/**
 * Holds the analysis of a generated rule set against what the matcher says of many envelopes: no rule that is said to be
 * dead decides, each example is decided by its rule, and where strangers are said not to relay, none does.
 */
export function checkRuleSet(seed: number, index: number, release: string): Verdict {
  const scenario = makeScenario(seed, index, release);
  const analysis = analysisOf(scenario, release);
  const envelopes = [...scenario.envelopes.map(matcherEnvelope), ...moreEnvelopes(seed, index)];
  const disagreements = [
    ...wrongExamples(analysis),
    ...envelopes.flatMap((envelope) => [
      ...deadRuleDeciding(analysis, envelope),
      ...strangerRelaying(analysis, envelope),
    ]),
  ];
  const strange = envelopes.filter((envelope) => isStrange(analysis, envelope)).length;
  return { scenario, analysis, envelopes: envelopes.length, strange, disagreements };
}

/** The analysis of a scenario whose listeners anybody can reach. */
function analysisOf({ text, files }: Scenario, release: string): Analysis {
  const target = parseRelease(release) ?? newestRelease;
  const open = text.replaceAll("listen on lo ", "listen on em0 ");
  const model = buildModel(parseConfiguration({ path: "smtpd.conf", text: open, target }), { target });
  return openAnalysis(model, {
    machine: { hostname: serverName, addresses: serverAddresses },
    tableFiles: tableFilesOf(files),
  });
}

const listeners: readonly Listener[] = [
  { port: undefined, tag: "", secure: false },
  { port: 2530, tag: "", secure: false },
  { port: 2525, tag: "A", secure: false },
  { port: 2526, tag: "Mail-In", secure: false },
  { port: 2531, tag: "A", secure: true },
];

function moreEnvelopes(seed: number, index: number): readonly Envelope[] {
  const random = createRandom(seedOf(seed, index, 0));
  return Array.from({ length: perRuleSet }, (_, number) => ({
    ...matcherEnvelope(makeEnvelope(random, listeners)),
    internal: number % 10 === 0,
  }));
}

function describe(problem: string, number: number | undefined, envelope: Envelope): string {
  return `${problem}: rule ${number}, ${JSON.stringify(envelope)}`;
}

function wrongExamples(analysis: Analysis): readonly string[] {
  const ruleset = analysis.ruleset();
  const reached = analysis.reach().flatMap((reach, index) => {
    if (reach.kind !== "reached" || !reach.certain || decide(ruleset, reach.envelope).rule === ruleset.rules[index])
      return [];
    return [describe("an example is not decided by its rule", index + 1, reach.envelope)];
  });
  const relayed = certainWitnesses(analysis).flatMap(({ rule, envelope }) =>
    decide(ruleset, envelope).rule === rule ? [] : [describe("a witness is not relayed", rule.number, envelope)],
  );
  return [...reached, ...relayed];
}

/** The ways for strangers that depend on nothing. */
export function certainWitnesses(analysis: Analysis): readonly RelayWitness[] {
  return analysis.relay().witnesses.filter(({ tables }) => tables.length === 0);
}

function deadRuleDeciding(analysis: Analysis, envelope: Envelope): readonly string[] {
  const { rule, outcome } = decide(analysis.ruleset(), envelope);
  if (rule === undefined || outcome === "temporary-failure" || outcome === "unknown") return [];
  const reach = analysis.reach()[rule.number - 1]?.kind;
  return reach === "covered" || reach === "impossible"
    ? [describe(`a rule is ${reach} but decides`, rule.number, envelope)]
    : [];
}

function strangerRelaying(analysis: Analysis, envelope: Envelope): readonly string[] {
  if (!isStrange(analysis, envelope) || analysis.relay().answer !== "no") return [];
  const { rule, outcome } = decide(analysis.ruleset(), envelope);
  return outcome === "action" ? [describe("a stranger relays", rule?.number, envelope)] : [];
}

/** Whether an envelope is one that the relay proof speaks of. */
function isStrange(analysis: Analysis, envelope: Envelope): boolean {
  if (envelope.source === "local" || envelope.authenticated || envelope.internal) return false;
  const ruleset = analysis.ruleset();
  const literals: readonly Literal[] = [strangeSource(ruleset, []), ...foreignRecipient(ruleset)];
  return literals.every(
    ({ condition, wanted }) => evaluateCondition(condition, envelope) === (wanted ? "match" : "no-match"),
  );
}
