import type { Condition, MatchRule } from "../runtime/match-rule.ts";
import type { Ruleset } from "../runtime/ruleset.ts";
import { findDecided, type Questions } from "./find-decided.ts";
import { type Finding, findEnvelope, type Obstacle } from "./find-envelope.ts";
import type { MailKind } from "./mail-kind.ts";

/** How the search for a rule can end: with a rule, with the failure of one, or without any. */
export type Ending =
  | { readonly kind: "decides" | "fails"; readonly rule: MatchRule }
  | { readonly kind: "none"; readonly rule?: undefined };

/** All endings that a ruleset has, in the order of its rules; that no rule matches comes last. */
export function endingsOf({ rules }: Ruleset): readonly Ending[] {
  const withRule = rules.map((rule): Ending => {
    return { kind: rule.conditions.some(({ broken }) => broken) ? "fails" : "decides", rule };
  });
  return [...withRule, { kind: "none" }];
}

/** Finds mail of a kind that ends so. With `assume`, tables that are not known hold what is convenient. */
export function findEnding(
  { kind, rule }: Ending,
  mail: MailKind<unknown>,
  assume: boolean,
  questions: Questions,
): Finding<unknown> {
  if (kind === "none") return findUnmatched(mail, assume, questions);
  const asked = kind === "fails" ? { ...rule, conditions: beforeFailure(rule) } : rule;
  return findDecided<unknown>(asked, mail, assume, questions);
}

/** What smtpd asks of a rule before it comes to the condition that it cannot evaluate. */
function beforeFailure({ conditions }: MatchRule): readonly Condition[] {
  return conditions.slice(
    0,
    conditions.findIndex(({ broken }) => broken),
  );
}

/** Mail that no rule matches. */
function findUnmatched(
  { scenario, literals, obstacles = [] }: MailKind<unknown>,
  assume: boolean,
  { ruleset, budget }: Questions,
): Finding<unknown> {
  const inTheWay: readonly Obstacle<unknown>[] = [
    ...obstacles,
    ...ruleset.rules.map((rule) => ({ source: rule, conditions: rule.conditions })),
  ];
  const query = { scenario, literals, obstaclesFor: () => inTheWay, mostObstacles: inTheWay.length };
  return findEnvelope(query, { delimiter: ruleset.delimiter, assume }, budget);
}
