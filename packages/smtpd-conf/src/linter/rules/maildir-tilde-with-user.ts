import type { ActionDirective } from "../../parser/ast/nodes.ts";
import { foldCase } from "../../runtime/domain-pattern.ts";
import { actionOption, actionTable, stringOf } from "../action.ts";
import { isOpenToAll, usersOf } from "../recipients.ts";
import { defineRule, type Rule } from "../rule.ts";
import type { EntrySources } from "../table-entries.ts";

export const maildirTildeWithUser: Rule = defineRule({
  code: "maildir-tilde-with-user",
  summary: "The tilde is the home of the recipient, where the user of the action may not write.",
  category: "intent",
  severity: "warning",
  recommended: true,
  scope: "configuration",
  create: ({ model, analysis: { tableFiles }, report }) => ({
    ActionDirective: (line) => {
      const path = line.method.name === "maildir" ? stringOf(line.method) : undefined;
      const user = stringOf(actionOption(line, "user"));
      if (path === undefined || user === undefined || !/^~\/|^%\{user\.directory[}:[]/i.test(path.value)) return;
      if (!isOpenToAll(line, model) || !hasSystemUsers(line, user.value, { model, tableFiles })) return;
      report({
        span: path,
        message: `This is the home of each recipient, and "${user.value}" mostly may not write there.`,
        help: `Write the path of the mail of "${user.value}" in full, or remove "user".`,
        related: [{ span: user, message: "This user writes the maildir." }],
      });
    },
  }),
});

/** Whether the recipients surely are other users of the system: without userbase, and not all of them the one who delivers. */
function hasSystemUsers(line: ActionDirective, user: string, sources: EntrySources): boolean {
  if (actionOption(line, "userbase") !== undefined) return false;
  const virtual = actionTable(line, "virtual");
  if (virtual === undefined) return true;
  const users = usersOf(virtual, sources, 2);
  return users !== undefined && [...users].some((name) => name !== foldCase(user));
}
