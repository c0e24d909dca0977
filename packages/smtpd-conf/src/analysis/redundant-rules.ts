import { evaluateRule } from "../runtime/decide.ts";
import type { Envelope } from "../runtime/envelope.ts";
import type { MatchRule } from "../runtime/match-rule.ts";
import type { Ruleset } from "../runtime/ruleset.ts";
import { findDecided, openQuestions, type Questions } from "./find-decided.ts";
import { type Literal, literal } from "./literal.ts";
import type { Reach } from "./reachability.ts";
import type { Scenario } from "./scenario.ts";

/** A rule without which all mail would go the same way. */
export interface RedundantRule {
  readonly rule: MatchRule;
  /** The later rule that would decide about all that it decides about, and do the same. */
  readonly by: MatchRule;
}

/** Attempts for all rules together. */
const mostSteps = 10_000;

/** Later rules that are tried for one rule. */
const mostCandidates = 4;

/**
 * Finds the rules whose mail a later rule would take, all of it and to the same end, with no rule between them that would
 * take any of it elsewhere. Proven; where it cannot be told, a rule is left out. `reach` is that of the same rules:
 * a later one that never decides itself does not count, since it is that one which is too much.
 */
export function findRedundantRules(
  ruleset: Ruleset,
  scenarios: readonly Scenario[],
  reach: readonly Reach[],
): readonly RedundantRule[] {
  const questions = openQuestions(ruleset, mostSteps);
  const searching: Searching = { scenarios, questions };
  return ruleset.rules.flatMap((rule, position) => {
    const reached = reach[position];
    if (reached?.kind !== "reached" || rule.conditions.some(({ broken }) => broken)) return [];
    const successors = successorsOf(rule, reached.certain ? reached.envelope : undefined, searching).filter(
      ({ number }) => reach[number - 1]?.kind === "reached",
    );
    const by = successors.find((later) => takesAllOf(rule, later, searching));
    return by === undefined ? [] : [{ rule, by }];
  });
}

interface Searching {
  readonly scenarios: readonly Scenario[];
  readonly questions: Questions;
}

/** The first of the later rules that do the same and might do instead, as far as an example tells. */
function successorsOf(rule: MatchRule, example: Envelope | undefined, searching: Searching): readonly MatchRule[] {
  const successors: MatchRule[] = [];
  for (const later of example === undefined ? rulesBehind(rule, searching) : takersOf(example, rule, searching)) {
    if (doesTheSame(later, rule)) successors.push(later);
    else if (example !== undefined) break;
    if (successors.length >= mostCandidates) break;
  }
  return successors;
}

function rulesBehind({ number }: MatchRule, { questions }: Searching): readonly MatchRule[] {
  return questions.ruleset.rules.slice(number, number + mostCandidates);
}

/** The later rules that may decide about an envelope, as long as the budget lasts. */
function* takersOf(
  envelope: Envelope,
  rule: MatchRule,
  { questions: { index, budget } }: Searching,
): Iterable<MatchRule> {
  budget.work -= index.most;
  for (const later of index.before({ ...rule, number: Number.POSITIVE_INFINITY }, envelope)) {
    if (budget.work <= 0) return;
    if (later.number > rule.number && evaluateRule(later, envelope).answer !== "no-match") yield later;
  }
}

function doesTheSame(one: MatchRule, other: MatchRule): boolean {
  return one.action === other.action && !one.conditions.some(({ broken }) => broken);
}

/** Whether all that a rule decides about would come to a later one, and nothing of it to a rule between that differs. */
function takesAllOf(rule: MatchRule, later: MatchRule, searching: Searching): boolean {
  const misses = later.conditions.map((condition) => [literal(condition, false)]);
  if (misses.some((literals) => mayDecide(rule, literals, searching))) return false;
  const between = searching.questions.ruleset.rules.slice(rule.number, later.number - 1);
  return between.every((other) => doesTheSame(other, rule) || !mayDecide(rule, wanted(other), searching));
}

/** What a rule asks before it fails, where one of its conditions cannot be evaluated. */
function wanted({ conditions }: MatchRule): readonly Literal[] {
  const failing = conditions.findIndex(({ broken }) => broken);
  const asked = failing < 0 ? conditions : conditions.slice(0, failing);
  return asked.map((condition) => literal(condition, true));
}

/** Whether a rule may decide about mail that these literals hold for. */
function mayDecide(rule: MatchRule, literals: readonly Literal[], { scenarios, questions }: Searching): boolean {
  return scenarios.some((scenario) => findDecided(rule, { scenario, literals }, true, questions).kind !== "none");
}
