import type { Envelope } from "../runtime/envelope.ts";
import type { MatchRule } from "../runtime/match-rule.ts";
import type { Ruleset } from "../runtime/ruleset.ts";
import { type Budget, type Finding, findEnvelope, type Obstacle } from "./find-envelope.ts";
import { literal } from "./literal.ts";
import { indexRules, type RuleIndex } from "./rule-index.ts";
import type { Scenario } from "./scenario.ts";

/** Whether a rule can decide about any mail at all. */
export type Reach =
  /** It can, about this mail for example. */
  | { readonly kind: "reached"; readonly envelope: Envelope; readonly scenario: Scenario }
  /** It cannot: its own conditions exclude each other, or this daemon cannot evaluate one. */
  | { readonly kind: "impossible" }
  /** It cannot: these earlier rules leave nothing over. A rule of one alone is named alone. */
  | { readonly kind: "covered"; readonly by: readonly MatchRule[] }
  /** The search came to its bounds. */
  | { readonly kind: "unknown" };

/** Attempts for all rules together: some seconds. */
const mostSteps = 60_000;

/** Finds out for each rule whether it can decide. In the order of the rules. */
export function findReach(ruleset: Ruleset, scenarios: readonly Scenario[]): readonly Reach[] {
  const index = indexRules(ruleset.rules);
  const budget = { steps: mostSteps };
  return ruleset.rules.map((rule) => reachOf(rule, { ruleset, scenarios, index, budget }));
}

interface Searching {
  readonly ruleset: Ruleset;
  readonly scenarios: readonly Scenario[];
  readonly index: RuleIndex;
  readonly budget: Budget;
}

function reachOf(rule: MatchRule, searching: Searching): Reach {
  const because = new Set<MatchRule>();
  for (const scenario of searching.scenarios) {
    const finding = search(rule, scenario, searching);
    if (finding.kind === "found") return { kind: "reached", envelope: finding.envelope, scenario };
    if (finding.kind === "unknown") return { kind: "unknown" };
    for (const earlier of finding.because) because.add(earlier);
  }
  if (because.size === 0) return { kind: "impossible" };
  const alone = [...because].find((earlier) => isCoveredBy(rule, [earlier], searching));
  return { kind: "covered", by: alone ? [alone] : [...because].sort((a, b) => a.number - b.number) };
}

/** Whether these earlier rules alone leave nothing over for a rule. */
function isCoveredBy(rule: MatchRule, by: readonly MatchRule[], searching: Searching): boolean {
  const index: RuleIndex = { before: () => by };
  return searching.scenarios.every((scenario) => search(rule, scenario, { ...searching, index }).kind === "none");
}

function search(rule: MatchRule, scenario: Scenario, { ruleset, index, budget }: Searching): Finding {
  const literals = rule.conditions.map((condition) => literal(condition, true));
  const obstaclesFor = (envelope: Envelope) => obstaclesIn(index.before(rule, envelope));
  return findEnvelope({ scenario, literals, obstaclesFor }, { delimiter: ruleset.delimiter, assume: true }, budget);
}

function* obstaclesIn(rules: Iterable<MatchRule>): Iterable<Obstacle> {
  for (const rule of rules) yield { source: rule, conditions: rule.conditions };
}
