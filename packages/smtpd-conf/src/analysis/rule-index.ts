import { foldCase } from "../runtime/domain-pattern.ts";
import type { Envelope } from "../runtime/envelope.ts";
import { splitMailAddress } from "../runtime/mail-address.ts";
import type { Condition, MatchRule } from "../runtime/match-rule.ts";

/** Finds the rules that may match an envelope without asking all of them. */
export interface RuleIndex {
  /** The rules before one, in order; those that are left out do not match the envelope. */
  readonly before: (rule: MatchRule, envelope: Envelope) => Iterable<MatchRule>;
}

/** Entries of a condition up to which a rule is filed under each of them. */
const mostEntries = 1000;

/** Files rules under the domains or names in HELO that their conditions list; the rest is asked always. */
export function indexRules(rules: readonly MatchRule[]): RuleIndex {
  const filed = new Map<string, MatchRule[]>();
  const rest: MatchRule[] = [];
  for (const rule of rules) {
    const keys = keysOf(rule);
    if (keys === undefined) rest.push(rule);
    else for (const key of keys) file(filed, key, rule);
  }
  return {
    before: function* (rule, envelope) {
      const lists = [rest, ...keysFor(envelope).map((key) => filed.get(key) ?? none)];
      for (const candidate of inOrder(lists.filter((list) => list.length > 0))) {
        if (candidate.number >= rule.number) return;
        yield candidate;
      }
    },
  };
}

function file(filed: Map<string, MatchRule[]>, key: string, rule: MatchRule): void {
  const list = filed.get(key);
  if (list === undefined) filed.set(key, [rule]);
  else if (list.at(-1) !== rule) list.push(rule);
}

const none: readonly MatchRule[] = [];

function keysFor({ rcptTo, helo }: Envelope): readonly string[] {
  return [`domain ${foldCase(splitMailAddress(rcptTo).domain)}`, `helo ${foldCase(helo)}`];
}

/** What a rule can be filed under: the first of its conditions that names what it wants one by one. */
function keysOf({ conditions }: MatchRule): readonly string[] | undefined {
  for (const condition of conditions) {
    const keys = keysOfCondition(condition);
    if (keys !== undefined) return keys;
  }
  return undefined;
}

function keysOfCondition({ subject, service, table, negated, broken }: Condition): readonly string[] | undefined {
  if (negated || broken || table?.kind !== "KnownTable" || table.keys.length > mostEntries) return undefined;
  if (subject !== "domain" && subject !== "helo") return undefined;
  if (service !== "domain" || table.keys.some((key) => key.includes("*"))) return undefined;
  // The machine may have more names than those that the table has.
  if (table.name.startsWith("<local")) return undefined;
  return table.keys.map((key) => `${subject} ${key}`);
}

/** Merges lists that are each in order. A rule that stands in several comes once. */
function* inOrder(lists: readonly (readonly MatchRule[])[]): Iterable<MatchRule> {
  const places = lists.map(() => 0);
  for (;;) {
    let next: MatchRule | undefined;
    lists.forEach((list, index) => {
      const candidate = list[places[index] ?? 0];
      if (candidate && (next === undefined || candidate.number < next.number)) next = candidate;
    });
    if (next === undefined) return;
    lists.forEach((list, index) => {
      if (list[places[index] ?? 0] === next) places[index] = (places[index] ?? 0) + 1;
    });
    yield next;
  }
}
