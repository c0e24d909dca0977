import type { Envelope } from "../runtime/envelope.ts";
import type { MatchRule } from "../runtime/match-rule.ts";
import type { Ruleset } from "../runtime/ruleset.ts";
import {
  type Budget,
  budgetOf,
  type Finding,
  findEnvelope,
  type Obstacle,
  type SearchRecord,
} from "./find-envelope.ts";
import { keptSearch, nextVersion, openSearchMemory, type SearchMemory } from "./keep-searches.ts";
import { keepSolutions, type SolveProperty } from "./keep-solutions.ts";
import { literal } from "./literal.ts";
import type { MailKind } from "./mail-kind.ts";
import { mayMeet } from "./may-meet.ts";
import { indexRules, openRuleKeys, type RuleIndex, type RuleKeys } from "./rule-index.ts";

/** What questions about one ruleset have in common. */
export interface Questions {
  readonly ruleset: Ruleset;
  readonly index: RuleIndex;
  readonly budget: Budget;
  readonly solve: SolveProperty;
  /** The searches that are kept; absent where the rules are not those of the file. */
  readonly searches: SearchMemory | undefined;
}

/** Opens questions about a ruleset, with so many attempts for all of them together. */
export function openQuestions(ruleset: Ruleset, steps: number): Questions {
  const known = shared.get(ruleset) ?? {
    index: indexRules(ruleset.rules, openRuleKeys(ruleset.delimiter)),
    solve: keepSolutions(),
    searches: undefined,
  };
  shared.set(ruleset, known);
  return { ruleset, ...known, budget: budgetOf(steps) };
}

/** What questions about one version of a file leave to those about the next. For one release, machine and delimiter. */
export interface QuestionMemory {
  readonly solve: SolveProperty;
  readonly searches: SearchMemory;
  readonly keys: RuleKeys;
}

export function openQuestionMemory(delimiter: string): QuestionMemory {
  return { solve: keepSolutions(), searches: openSearchMemory(), keys: openRuleKeys(delimiter) };
}

/** Lets all questions about a ruleset use what is known from those about the last one. */
export function continueQuestions(ruleset: Ruleset, { solve, searches, keys }: QuestionMemory): void {
  nextVersion(searches, ruleset.rules);
  shared.set(ruleset, { index: indexRules(ruleset.rules, keys), solve, searches });
}

/** What all questions about a ruleset can use, whoever asks them. */
const shared = new WeakMap<Ruleset, Pick<Questions, "index" | "solve" | "searches">>();

/**
 * Finds mail of a kind that a rule decides about. With `assume`, tables that are not known hold what is convenient. What a
 * search found for which there was not enough left of the budget does not count.
 */
export function findDecided<Source = MatchRule>(
  rule: MatchRule,
  kind: MailKind<Source>,
  assume: boolean,
  questions: Questions,
): Finding<Source | MatchRule> {
  const { searches, budget } = questions;
  const search = (record?: SearchRecord) => searchFor(rule, kind, assume, questions, record);
  const finding = searches === undefined ? search() : keptSearch({ rule, kind, assume, questions, searches }, search);
  return budget.work < 0 ? { kind: "unknown" } : finding;
}

function searchFor<Source>(
  rule: MatchRule,
  { scenario, literals, obstacles = [] }: MailKind<Source>,
  assume: boolean,
  { ruleset, index, budget, solve }: Questions,
  record: SearchRecord | undefined,
): Finding<Source | MatchRule> {
  const wanted = [...literals, ...rule.conditions.map((condition) => literal(condition, true))];
  const obstaclesFor = function* (envelope: Envelope): Iterable<Obstacle<Source | MatchRule>> {
    yield* obstacles;
    for (const earlier of index.before(rule, envelope)) yield { source: earlier, conditions: earlier.conditions };
  };
  const { delimiter, target } = ruleset;
  const query = { scenario, literals: wanted, obstaclesFor, mostObstacles: obstacles.length + index.most };
  return findEnvelope(query, { delimiter, target, assume, solve, record }, budget);
}

/** Whether any rule with an action decides about mail of a kind; undefined where the search came to its bounds. */
export function isAccepted(kind: MailKind, questions: Questions, except?: MatchRule): boolean | undefined {
  let unknown = false;
  for (const rule of questions.ruleset.rules) {
    if (rule.action === undefined || rule === except || !mayMeet(rule, kind.scenario, kind.literals)) continue;
    const { kind: found } = findDecided(rule, kind, true, questions);
    if (found === "found") return true;
    unknown ||= found === "unknown";
  }
  return unknown ? undefined : false;
}
