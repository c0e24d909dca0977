import { isAtLeast } from "../language/releases.ts";
import type { Model } from "../model/model.ts";
import type { Option, TableArgument } from "../parser/ast/nodes.ts";
import type { Condition, ConditionName, MatchRule } from "../runtime/match-rule.ts";
import { delimiterOf } from "../runtime/ruleset.ts";
import { holdsForAll } from "./holds-for-all.ts";
import type { WrittenCondition } from "./written-condition.ts";

/**
 * The conditions of a rule with all defaults written out, each on its own: `from auth` as `from any` and `auth`. A rule
 * that is written so decides about the same mail. In the order `from`, `for`, and then that of evaluation.
 */
export function fullForm(rule: MatchRule): readonly WrittenCondition[] {
  const names: readonly ConditionName[] = ["from", "for", "tag", "helo", "auth", "tls", "mail-from", "rcpt-to"];
  return names.flatMap((name) => {
    const condition = rule.conditions.find((candidate) => candidate.name === name);
    return condition === undefined ? [] : [written(condition, rule)];
  });
}

/**
 * The fewest conditions by which a rule decides about the same mail, in the words of the target: `from local` and
 * `for local` are left out, `from any` and `for any` become a part of another condition where that is possible, and what
 * all mail meets is dropped.
 */
export function shortestForm(rule: MatchRule, model: Model): readonly WrittenCondition[] {
  const delimiter = delimiterOf(model);
  const conditions = rule.conditions.flatMap((condition) => {
    if (!holdsForAll(condition, delimiter)) return [condition];
    return condition.name === "for" ? [anyDestination(condition)] : [];
  });
  return withoutDefaults(mergeFor(mergeFrom(fullForm({ ...rule, conditions }), model), model));
}

/** `for any`, in the place of `for domain "*"` and the like: without it the rule would be for local names. */
function anyDestination(condition: Condition): Condition {
  return { ...condition, negated: false, table: undefined, option: undefined };
}

function withoutDefaults(conditions: readonly WrittenCondition[]): readonly WrittenCondition[] {
  return conditions.filter(({ scope, name, negated }) => scope === undefined || name !== "local" || negated);
}

/** The words that can take `from any` into themselves. */
function mergeFrom(conditions: readonly WrittenCondition[], model: Model): readonly WrittenCondition[] {
  const takers = conditions.filter(({ name }) => name === "auth" || name === "mail-from");
  return mergeInto("from", takers, conditions, model);
}

function mergeFor(conditions: readonly WrittenCondition[], model: Model): readonly WrittenCondition[] {
  const takers = conditions.filter(({ name }) => name === "rcpt-to");
  return mergeInto("for", takers, conditions, model);
}

/** Takes the condition `from any` or `for any` away where another can say it too. */
function mergeInto(
  scope: "from" | "for",
  takers: readonly WrittenCondition[],
  conditions: readonly WrittenCondition[],
  model: Model,
): readonly WrittenCondition[] {
  const any = conditions.find((one) => one.scope === scope && one.name === "any" && !one.negated);
  const taker = takers.find(({ name, argument }) => canFollow(scope, name, argument, model));
  if (any === undefined || taker === undefined) return conditions;
  return conditions.flatMap((one) => {
    if (one === any) return [{ ...taker, scope }];
    return one === taker ? [] : [one];
  });
}

/**
 * Whether a condition can follow `from` or `for`: from 6.7.1 on, and `from auth` only with a list. A file that was not read
 * may be a mapping.
 */
export function canFollow(
  scope: "from" | "for",
  name: Option["name"],
  argument: TableArgument | undefined,
  { target, tables }: Pick<Model, "target" | "tables">,
): boolean {
  if (!isAtLeast(target, "6.7.1")) return false;
  if (scope === "for") return name === "rcpt-to";
  if (name !== "auth") return name === "mail-from";
  if (argument?.kind === "InlineTable") return argument.entries[0]?.value === undefined;
  if (argument?.kind !== "TableReference") return true;
  const kind = tables.get(argument.name.value)?.kind;
  return kind === "list" || kind === "dynamic";
}

function written(condition: Condition, { directive }: MatchRule): WrittenCondition {
  const { name, negated, table, service } = condition;
  const kind = "WrittenCondition";
  const builtin = builtinName(condition);
  if (builtin !== undefined)
    return { kind, negated, scope: builtin.scope, name: builtin.name, regex: false, argument: undefined };
  const option = condition.option as Option;
  const scope = name === "from" || name === "for" ? name : undefined;
  const argument = table === undefined ? undefined : argumentOf(option, directive.conditions);
  return { kind, negated, scope, name: option.name, regex: service === "regex", argument };
}

const builtins: Readonly<Record<string, { readonly scope: "from" | "for"; readonly name: "any" | "local" }>> = {
  "<anyhost>": { scope: "from", name: "any" },
  "<localhost>": { scope: "from", name: "local" },
  "<anydestination>": { scope: "for", name: "any" },
  "<localnames>": { scope: "for", name: "local" },
};

/** `from any` and the like: where they, or what implies them, was written, or something else says just the same. */
function builtinName({ name, option, table }: Condition) {
  if (name !== "from" && name !== "for") return undefined;
  if (option === undefined) return builtins[table?.name ?? ""] ?? { scope: name, name: "any" as const };
  return option.name === "any" || option.name === "local" ? { scope: name, name: option.name } : undefined;
}

/** What is looked up in: where a later form such as `from auth` names no table, that of the one before it counts. */
function argumentOf(option: Option, options: readonly Option[]): TableArgument | undefined {
  const last = option.argument ?? options.findLast(({ name, argument }) => name === option.name && argument)?.argument;
  return last as TableArgument | undefined;
}
