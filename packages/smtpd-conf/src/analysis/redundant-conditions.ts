import type { Condition, MatchRule } from "../runtime/match-rule.ts";
import type { Ruleset } from "../runtime/ruleset.ts";
import { type Budget, findEnvelope } from "./find-envelope.ts";
import { type Literal, literal } from "./literal.ts";
import type { Scenario } from "./scenario.ts";

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
  const searching: Searching = { scenarios, delimiter, budget: { steps: mostSteps } };
  return rules.flatMap((rule) => {
    const redundant = rule.conditions.filter((condition) => isRedundant(condition, rule, searching));
    return redundant.map((condition) => {
      const always = !isFound([literal(condition, false)], searching);
      return { rule, condition, always };
    });
  });
}

interface Searching {
  readonly scenarios: readonly Scenario[];
  readonly delimiter: string;
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
    return findEnvelope({ scenario, literals, obstaclesFor: () => [] }, settings, budget).kind !== "none";
  });
}
