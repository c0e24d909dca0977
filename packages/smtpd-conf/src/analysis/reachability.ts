import type { Envelope } from "../runtime/envelope.ts";
import type { Condition, MatchRule } from "../runtime/match-rule.ts";
import type { Ruleset } from "../runtime/ruleset.ts";
import { conditionKey, countThings } from "./condition-key.ts";
import { findDecided, openQuestions, type Questions } from "./find-decided.ts";
import { type Finding, findEnvelope } from "./find-envelope.ts";
import { literal } from "./literal.ts";
import type { Scenario } from "./scenario.ts";

/** Whether a rule can decide about any mail at all. */
export type Reach =
  /** It can, about this mail for example: for `certain`, or if tables that are not known hold what it takes. */
  | { readonly kind: "reached"; readonly envelope: Envelope; readonly certain: boolean }
  /** It cannot: nothing meets this condition or, where none is named, all of them at once. */
  | { readonly kind: "impossible"; readonly condition: Condition | undefined }
  /** It cannot: these earlier rules leave nothing over. A rule of one alone is named alone. */
  | { readonly kind: "covered"; readonly by: readonly MatchRule[] }
  /** The search came to its bounds. */
  | { readonly kind: "unknown" };

/** Attempts for all rules together: some seconds. */
const mostSteps = 120_000;

/** Finds out for each rule whether it can decide. In the order of the rules; one rule is one step. */
export function* findReach(ruleset: Ruleset, scenarios: readonly Scenario[]): Generator<void, readonly Reach[]> {
  const searching = { scenarios, questions: openQuestions(ruleset, mostSteps) };
  const numbers = countThings();
  const seen = new Map<string, { readonly rule: MatchRule; readonly reach: Reach }>();
  const found: Reach[] = [];
  for (const rule of ruleset.rules) {
    const key = rule.conditions.map((condition) => conditionKey(condition, numbers)).join();
    const same = seen.get(key);
    const reach = same === undefined ? reachOf(rule, searching) : reachBehind(same.rule, same.reach, rule);
    found.push(reach);
    if (same !== undefined) continue;
    seen.set(key, { rule, reach });
    yield;
  }
  return found;
}

/** Whether a rule can decide that asks the same as an earlier one: what comes to it, the other has left. */
function reachBehind(earlier: MatchRule, reach: Reach, { conditions }: MatchRule): Reach {
  if (reach.kind === "covered") return reach;
  if (reach.kind !== "impossible") return { kind: "covered", by: [earlier] };
  return { kind: "impossible", condition: conditions.find(({ name }) => name === reach.condition?.name) };
}

interface Searching {
  readonly scenarios: readonly Scenario[];
  readonly questions: Questions;
}

function reachOf(rule: MatchRule, searching: Searching): Reach {
  const because = new Set<MatchRule>();
  for (const scenario of searching.scenarios) {
    const finding = search(rule, scenario, searching.questions);
    if (finding.kind === "found") return reachedBy(finding);
    if (finding.kind === "unknown") return { kind: "unknown" };
    for (const earlier of finding.because) because.add(earlier);
  }
  if (because.size === 0) return { kind: "impossible", condition: culpritOf(rule, searching) };
  return { kind: "covered", by: coveringRules(rule, [...because], searching) };
}

function reachedBy({ envelope, assumptions }: Extract<Finding, { kind: "found" }>): Reach {
  return { kind: "reached", envelope, certain: assumptions.length === 0 };
}

/** One of the rules if it is enough, else all that a proof rests on. */
function coveringRules(rule: MatchRule, by: readonly MatchRule[], searching: Searching): readonly MatchRule[] {
  if (by.length === 1) return by;
  const alone = by.find((earlier) => isCoveredBy(rule, [earlier], searching));
  return alone ? [alone] : by.toSorted((a, b) => a.number - b.number);
}

/** The condition that nothing meets, whatever the others say. */
function culpritOf({ conditions }: MatchRule, { scenarios, questions }: Searching): Condition | undefined {
  const { delimiter, target } = questions.ruleset;
  const settings = { delimiter, target, assume: true, solve: questions.solve };
  return conditions.find((condition) =>
    scenarios.every((scenario) => {
      const query = { scenario, literals: [literal(condition, true)], obstaclesFor: () => [], mostObstacles: 0 };
      return findEnvelope(query, settings, questions.budget).kind === "none";
    }),
  );
}

/** Whether these earlier rules alone leave nothing over for a rule. */
function isCoveredBy(rule: MatchRule, by: readonly MatchRule[], { scenarios, questions }: Searching): boolean {
  const alone = { ...questions, index: { before: () => by, most: by.length }, searches: undefined };
  return scenarios.every((scenario) => search(rule, scenario, alone).kind === "none");
}

function search(rule: MatchRule, scenario: Scenario, questions: Questions): Finding {
  return findDecided(rule, { scenario, literals: [] }, true, questions);
}
