import type { ActionDirective, TableArgument } from "../../parser/ast/nodes.ts";
import { parseAliasTarget, splitAliasValue } from "../../runtime/alias-target.ts";
import { foldCase } from "../../runtime/domain-pattern.ts";
import { withoutTag } from "../../runtime/mail-address.ts";
import { delimiterOf } from "../../runtime/ruleset.ts";
import { actionTable } from "../action.ts";
import type { CheckContext, Problem } from "../check.ts";
import { createKeySet, type KeySet } from "../key-set.ts";
import { defineRule, type Rule } from "../rule.ts";
import { type EntrySources, forEachEntry, type TableEntry } from "../table-entries.ts";
import { partOfValue } from "../written-text.ts";

export const virtualTargetUnknown: Rule = defineRule({
  code: "virtual-target-unknown",
  summary: "Every address of a virtual table has to lead to a user in the end.",
  category: "intent",
  severity: "warning",
  recommended: true,
  scope: "configuration",
  create: (context) => {
    const system = systemUsers(context);
    const delimiter = delimiterOf(context.model);
    const visited = new Set<string>();
    return {
      ActionDirective: (action) => {
        const tables = namesOfTables(action);
        if (tables !== undefined && visited.has(tables)) return;
        if (tables !== undefined) visited.add(tables);
        checkTargets(action, { system, delimiter }, context);
      },
    };
  },
});

/** What is the same for all actions. */
interface Settings {
  readonly system: Users | undefined;
  readonly delimiter: string;
}

/** The names of the two tables of an action, by which they are checked once; undefined where one has no name. */
function namesOfTables(action: ActionDirective): string | undefined {
  const tables = [actionTable(action, "virtual"), actionTable(action, "userbase")];
  const names = tables.map((table) => (table?.kind === "TableReference" ? table.name.value : ""));
  return tables.every((table, index) => table === undefined || names[index] !== "") ? names.join("\n") : undefined;
}

/** Who can have a mailbox. */
interface Users {
  readonly has: (name: string) => boolean;
  /** In the words of a message: `the table "users"`. */
  readonly place: string;
}

function checkTargets(action: ActionDirective, { system, delimiter }: Settings, context: CheckContext): void {
  const { model, analysis, report } = context;
  const virtual = actionTable(action, "virtual");
  if (virtual === undefined) return;
  const sources: EntrySources = { model, tableFiles: analysis.tableFiles };
  const userbase = actionTable(action, "userbase");
  const users = userbase === undefined ? system : usersIn(userbase, sources);
  const keys = users && keysOf(virtual, sources);
  if (users === undefined || keys === undefined) return;
  forEachEntry(virtual, sources, (entry) => {
    for (const problem of problemsOf(entry, keys, users, delimiter)) report(problem);
    return true;
  });
}

function usersIn(userbase: TableArgument, sources: EntrySources): Users | undefined {
  const keys = keysOf(userbase, sources);
  const place = userbase.kind === "TableReference" ? `the table "${userbase.name.value}"` : "the userbase";
  return keys && { has: keys.has, place };
}

/** The keys in lower case; undefined where they are not known. */
function keysOf(table: TableArgument, sources: EntrySources): KeySet | undefined {
  const keys = createKeySet();
  const known = forEachEntry(table, sources, ({ key }) => {
    keys.add(foldCase(key));
    return true;
  });
  return known ? keys : undefined;
}

/** So many names the system is asked for at most: each takes a process. */
const mostQuestions = 200;

/** The users of the machine; what cannot be known counts as known. */
function systemUsers({ machine }: CheckContext): Users | undefined {
  if (machine?.hasUser === undefined) return undefined;
  const { hasUser } = machine;
  const asked = new Map<string, boolean>();
  const ask = (name: string) => asked.size >= mostQuestions || hasUser(name) !== false;
  const has = (name: string) => {
    const answer = asked.get(name) ?? ask(name);
    if (asked.size < mostQuestions) asked.set(name, answer);
    return answer;
  };
  return { has, place: "the system" };
}

/** The targets of an entry that are neither users nor keys of the table itself. */
function* problemsOf(entry: TableEntry, keys: KeySet, users: Users, delimiter: string): Generator<Problem> {
  for (const { text, offset } of splitAliasValue(entry.value ?? "") ?? []) {
    const target = parseAliasTarget(text);
    if (target.kind !== "username" || target.droppedDomain !== undefined) continue;
    const name = foldCase(target.user);
    const user = withoutTag(name, delimiter);
    const names = [name, user, `${name}@`, `${user}@`];
    if (user === "" || names.some(keys.has) || users.has(user)) continue;
    yield {
      span: partOfValue(entry, text, offset)?.span ?? entry.keySpan,
      message: `"${user}" is no user of ${users.place}, so that smtpd refuses mail for "${entry.key}" with 550.`,
      help: `A name at the end of a virtual table has to be a user: add "${user}" to ${users.place}, or write an address.`,
    };
  }
}
