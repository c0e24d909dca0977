import type { Condition, MatchRule } from "../runtime/match-rule.ts";
import { contentOf } from "../runtime/table.ts";

/** Conditions with the same key get the same answers. `numbers` tells tables apart: see `countThings`. */
export function conditionKey(condition: Condition, numbers: (thing: object) => number): string {
  const { subject, service, table, negated, broken } = condition;
  const content = table === undefined ? "" : numbers(contentOf(table));
  return `${negated} ${broken} ${subject} ${service} ${content}`;
}

/** The conditions of rules, but of those that ask the same only the first. */
export function distinctConditions(rules: readonly MatchRule[]): readonly Condition[] {
  const conditions = distinct.get(rules) ?? findDistinct(rules);
  distinct.set(rules, conditions);
  return conditions;
}

const distinct = new WeakMap<readonly MatchRule[], readonly Condition[]>();

function findDistinct(rules: readonly MatchRule[]): readonly Condition[] {
  const numbers = countThings();
  const found = new Map<string, Condition>();
  for (const { conditions } of rules) {
    for (const condition of conditions) {
      const key = conditionKey(condition, numbers);
      if (!found.has(key)) found.set(key, condition);
    }
  }
  return [...found.values()];
}

/** Gives each thing a number of its own. */
export function countThings(): (thing: object) => number {
  const numbers = new WeakMap<object, number>();
  let last = 0;
  return (thing) => {
    const number = numbers.get(thing) ?? ++last;
    numbers.set(thing, number);
    return number;
  };
}
