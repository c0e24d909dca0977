import type { Model } from "../model/model.ts";
import type { ActionDirective, MatchDirective, TableArgument } from "../parser/ast/nodes.ts";
import { parseAliasTarget, splitAliasValue } from "../runtime/alias-target.ts";
import { foldCase } from "../runtime/domain-pattern.ts";
import { actionTable, rulesFor } from "./action.ts";
import { type EntrySources, forEachEntry } from "./table-entries.ts";

/** Whether a rule names its recipients one by one, by `rcpt-to`. */
export function namesRecipients({ conditions }: MatchDirective): boolean {
  return conditions.some(({ name, not }) => name === "rcpt-to" && not === undefined);
}

/** Whether some rule leads to the action that does not name its recipients one by one. */
export function isOpenToAll(action: ActionDirective, model: Model): boolean {
  return rulesFor(action, model).some((rule) => !namesRecipients(rule));
}

/**
 * Whether the action can only ever have one recipient, as far as the entries of its tables are known: all addresses lead
 * to one user, or the userbase has one user.
 */
export function hasOneUser(action: ActionDirective, sources: EntrySources): boolean {
  const userbase = actionTable(action, "userbase");
  if (userbase !== undefined && countEntries(userbase, sources, 2) === 1) return true;
  const virtual = actionTable(action, "virtual");
  return virtual !== undefined && usersOf(virtual, sources, 2)?.size === 1;
}

/**
 * The users that the entries of a table of aliases lead to, in lower case; no more than `most` of them. Undefined where
 * the entries are not known, and empty where they lead to no user.
 */
export function usersOf(
  table: TableArgument,
  sources: EntrySources,
  most = Number.POSITIVE_INFINITY,
): ReadonlySet<string> | undefined {
  const users = new Set<string>();
  const known = forEachEntry(table, sources, ({ value }) => {
    for (const { text } of splitAliasValue(value ?? "") ?? []) {
      const target = parseAliasTarget(text);
      if (target.kind === "username") users.add(foldCase(target.user));
    }
    return users.size < most;
  });
  return known ? users : undefined;
}

/** The number of entries up to `most`; undefined where they are not known. */
function countEntries(table: TableArgument, sources: EntrySources, most: number): number | undefined {
  let count = 0;
  const known = forEachEntry(table, sources, () => ++count < most);
  return known ? count : undefined;
}
