import type { Envelope } from "../runtime/envelope.ts";
import type { MatchRule } from "../runtime/match-rule.ts";
import type { Ruleset } from "../runtime/ruleset.ts";
import { type Budget, type Finding, findEnvelope, type Obstacle } from "./find-envelope.ts";
import { keepSolutions, type SolveProperty } from "./keep-solutions.ts";
import { type Literal, literal } from "./literal.ts";
import { indexRules, type RuleIndex } from "./rule-index.ts";
import type { Scenario } from "./scenario.ts";

/** What questions about one ruleset have in common. */
export interface Questions {
  readonly ruleset: Ruleset;
  readonly index: RuleIndex;
  readonly budget: Budget;
  readonly solve: SolveProperty;
}

/** Opens questions about a ruleset, with so many attempts for all of them together. */
export function openQuestions(ruleset: Ruleset, steps: number): Questions {
  const known = shared.get(ruleset) ?? {
    index: indexRules(ruleset.rules, ruleset.delimiter),
    solve: keepSolutions(),
  };
  shared.set(ruleset, known);
  return { ruleset, ...known, budget: { steps } };
}

/** What all questions about a ruleset can use, whoever asks them. */
const shared = new WeakMap<Ruleset, Pick<Questions, "index" | "solve">>();

/** A kind of mail: the session that it comes in by, and what else is known of it. */
export interface MailKind<Source = MatchRule> {
  readonly scenario: Scenario;
  readonly literals: readonly Literal[];
  /** What can stop it before any rule is asked, such as filters. */
  readonly obstacles?: readonly Obstacle<Source>[];
}

/** Finds mail of a kind that a rule decides about. With `assume`, tables that are not known hold what is convenient. */
export function findDecided<Source = MatchRule>(
  rule: MatchRule,
  { scenario, literals, obstacles = [] }: MailKind<Source>,
  assume: boolean,
  { ruleset, index, budget, solve }: Questions,
): Finding<Source | MatchRule> {
  const wanted = [...literals, ...rule.conditions.map((condition) => literal(condition, true))];
  const obstaclesFor = function* (envelope: Envelope): Iterable<Obstacle<Source | MatchRule>> {
    yield* obstacles;
    for (const earlier of index.before(rule, envelope)) yield { source: earlier, conditions: earlier.conditions };
  };
  const { delimiter, target } = ruleset;
  return findEnvelope({ scenario, literals: wanted, obstaclesFor }, { delimiter, target, assume, solve }, budget);
}

/** Whether any rule with an action decides about mail of a kind; undefined where the search came to its bounds. */
export function isAccepted(kind: MailKind, questions: Questions, except?: MatchRule): boolean | undefined {
  let unknown = false;
  for (const rule of questions.ruleset.rules) {
    if (rule.action === undefined || rule === except) continue;
    const { kind: found } = findDecided(rule, kind, true, questions);
    if (found === "found") return true;
    unknown ||= found === "unknown";
  }
  return unknown ? undefined : false;
}
