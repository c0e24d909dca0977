import type { Condition } from "../runtime/match-rule.ts";
import { contentOf } from "../runtime/table.ts";

/** A condition that an envelope is to meet, or not to meet. */
export interface Literal {
  readonly kind: "Literal";
  readonly condition: Condition;
  readonly wanted: boolean;
}

export function literal(condition: Condition, wanted: boolean): Literal {
  return { kind: "Literal", condition, wanted };
}

/** What the table of a literal has to answer: a negated condition that is not to be met wants the entry to be there. */
export function wantsEntry({ condition, wanted }: Literal): boolean {
  return condition.negated !== wanted;
}

function isSameTable({ table: one }: Condition, { table: other }: Condition): boolean {
  return one === other || (one !== undefined && other !== undefined && contentOf(one) === contentOf(other));
}

/** Whether two literals ask the same table for the same thing, so that they get the same answer. */
export function asksTheSame(one: Condition, other: Condition): boolean {
  return one.subject === other.subject && one.service === other.service && isSameTable(one, other);
}
