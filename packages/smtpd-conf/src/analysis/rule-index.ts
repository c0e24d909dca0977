import { keyOf } from "../runtime/decide.ts";
import type { Envelope } from "../runtime/envelope.ts";
import type { Condition, MatchRule } from "../runtime/match-rule.ts";
import { type IndexKeys, openIndexKeys } from "./index-keys.ts";

/** Finds the rules that may match an envelope without asking all of them. */
export interface RuleIndex {
  /** The rules before one, in order; those that are left out do not match the envelope. */
  readonly before: (rule: MatchRule, envelope: Envelope) => Iterable<MatchRule>;
  /** How many rules one of its entries has at most. */
  readonly most: number;
}

/** What the rules are filed under that can be filed under nothing else. */
const everywhere = "";

/** Under what rules can be filed. It is found out once for each rule. */
export interface RuleKeys {
  readonly indexKeys: IndexKeys;
  readonly choices: WeakMap<MatchRule, KeyChoices>;
}

/** What a rule can be filed under, by condition. */
type KeyChoices = readonly (readonly string[])[];

export function openRuleKeys(delimiter: string): RuleKeys {
  return { indexKeys: openIndexKeys(delimiter), choices: new WeakMap() };
}

/** Files rules under what one of their conditions lists, if possible under what few others list; the rest is asked always. */
export function indexRules(rules: readonly MatchRule[], ruleKeys: RuleKeys): RuleIndex {
  const filed = fileRules(rules, ruleKeys);
  const samples = sampleConditions(rules);
  let most = 0;
  for (const list of filed.values()) most = Math.max(most, list.length);
  return {
    most,
    before: function* (rule, envelope) {
      const keys = [everywhere, ...samples.flatMap((condition) => keysFor(condition, envelope, ruleKeys.indexKeys))];
      const lists = [...new Set(keys)].flatMap((key) => [filed.get(key) ?? []]);
      for (const candidate of inOrder(lists.filter((list) => list.length > 0))) {
        if (candidate.number >= rule.number) return;
        yield candidate;
      }
    },
  };
}

function fileRules(rules: readonly MatchRule[], ruleKeys: RuleKeys): ReadonlyMap<string, readonly MatchRule[]> {
  const counts = new Map<string, number>();
  for (const rule of rules) {
    for (const keys of keyChoices(rule, ruleKeys)) for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const filed = new Map<string, MatchRule[]>();
  for (const rule of rules) for (const key of rarest(keyChoices(rule, ruleKeys), counts)) file(filed, key, rule);
  return filed;
}

function file(filed: Map<string, MatchRule[]>, key: string, rule: MatchRule): void {
  const list = filed.get(key);
  if (list === undefined) filed.set(key, [rule]);
  else if (list.at(-1) !== rule) list.push(rule);
}

/** A condition that fails ends the search for all that come up to it. */
function keyChoices(rule: MatchRule, { indexKeys, choices }: RuleKeys): KeyChoices {
  const known = choices.get(rule);
  if (known !== undefined) return known;
  const failing = rule.conditions.findIndex(({ broken }) => broken);
  const asked = failing < 0 ? rule.conditions : rule.conditions.slice(0, failing);
  const made = asked.flatMap((condition) => {
    const keys = indexKeys.ofCondition(condition);
    return keys === undefined ? [] : [keys];
  });
  choices.set(rule, made);
  return made;
}

/** The keys under which there are the fewest others. */
function rarest(choices: readonly (readonly string[])[], counts: ReadonlyMap<string, number>): readonly string[] {
  let [best, fewest]: [readonly string[], number] = [[everywhere], Number.POSITIVE_INFINITY];
  for (const keys of choices) {
    const most = keys.reduce((count, key) => Math.max(count, counts.get(key) ?? 0), 0);
    if (most < fewest) [best, fewest] = [keys, most];
  }
  return best;
}

/** One condition of each kind that rules have. */
function sampleConditions(rules: readonly MatchRule[]): readonly Condition[] {
  const samples = new Map<string, Condition>();
  for (const { conditions } of rules) {
    for (const condition of conditions) {
      const { subject, service, table } = condition;
      if (table !== undefined) samples.set(`${subject} ${service}`, condition);
    }
  }
  return [...samples.values()];
}

function keysFor(condition: Condition, envelope: Envelope, { ofValue }: IndexKeys): readonly string[] {
  const { subject, service } = condition;
  const value = keyOf(condition, envelope);
  return typeof value !== "string" || service === undefined ? [] : ofValue({ subject, service }, value);
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
