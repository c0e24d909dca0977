import type { Condition, MatchRule } from "../runtime/match-rule.ts";
import type { Ruleset } from "../runtime/ruleset.ts";
import { type Budget, budgetOf, findEnvelope } from "./find-envelope.ts";
import { type Literal, literal } from "./literal.ts";
import type { Scenario } from "./scenario.ts";
import { scenarioText } from "./scenario-text.ts";

/** A condition without which its rule would match the same mail. */
export interface RedundantCondition {
  readonly rule: MatchRule;
  readonly condition: Condition;
  /** Whether all mail meets it; else all that meets the other conditions of the rule. */
  readonly always: boolean;
}

/** Attempts for all rules together. */
const mostSteps = 20_000;

/**
 * Finds the conditions of one rule each that say nothing beyond the others: about users, greetings, senders and
 * recipients. Earlier rules do not count, nor do tags, which depend on what the listeners are. Proven; where it cannot be
 * told, a condition is left out. The rule itself must be one that matches some mail.
 */
export function findRedundantConditions(
  { delimiter }: Ruleset,
  scenarios: readonly Scenario[],
  rules: readonly MatchRule[],
): readonly RedundantCondition[] {
  const basis = basisOf(scenarios, delimiter);
  const budget = budgetOf(mostSteps);
  return rules.flatMap((rule) => {
    if (budget.work <= 0) return [];
    const { found, work } = keptFor(rule, basis);
    budget.work -= work;
    return budget.work < 0 ? [] : found;
  });
}

/** What is known of the mail that rules are for. */
interface Basis {
  readonly scenarios: readonly Scenario[];
  readonly delimiter: string;
}

/** The same basis for as long as it says the same. */
function basisOf(scenarios: readonly Scenario[], delimiter: string): Basis {
  const text = [delimiter, ...scenarios.map(scenarioText)].join("\n");
  if (lastBasis?.text !== text) lastBasis = { text, basis: { scenarios, delimiter } };
  return lastBasis.basis;
}

let lastBasis: { readonly text: string; readonly basis: Basis } | undefined;

/** What was found for a rule, and the work that it took. */
interface Kept {
  readonly basis: Basis;
  readonly found: readonly RedundantCondition[];
  readonly work: number;
}

const kept = new WeakMap<MatchRule, Kept>();

function keptFor(rule: MatchRule, basis: Basis): Kept {
  const known = kept.get(rule);
  if (known?.basis === basis) return known;
  const budget = budgetOf(mostSteps);
  const searching: Searching = { ...basis, budget };
  const redundant = rule.conditions.filter((condition) => isRedundant(condition, rule, searching));
  const found = redundant.map((condition) => {
    const always = !isFound([literal(condition, false)], searching);
    return { rule, condition, always };
  });
  const made = { basis, found, work: budgetOf(mostSteps).work - budget.work };
  kept.set(rule, made);
  return made;
}

interface Searching extends Basis {
  readonly budget: Budget;
}

const additional: readonly Condition["name"][] = ["helo", "auth", "mail-from", "rcpt-to"];

function isRedundant(condition: Condition, { conditions }: MatchRule, searching: Searching): boolean {
  if (!additional.includes(condition.name) || conditions.some(({ broken }) => broken)) return false;
  const others = conditions.filter((other) => other !== condition).map((other) => literal(other, true));
  return !isFound([...others, literal(condition, false)], searching);
}

/** Whether some mail may meet the literals. */
function isFound(literals: readonly Literal[], { scenarios, delimiter, budget }: Searching): boolean {
  const settings = { delimiter, assume: true };
  return scenarios.some((scenario) => {
    return (
      findEnvelope({ scenario, literals, obstaclesFor: () => [], mostObstacles: 0 }, settings, budget).kind !== "none"
    );
  });
}
