import type { TableArgument } from "../../parser/ast/nodes.ts";
import type { Word } from "../../parser/lexer/token.ts";
import { foldCase } from "../../runtime/domain-pattern.ts";
import { actionOption, actionTable, stringOf } from "../action.ts";
import { removal } from "../removal.ts";
import { defineRule, type Rule } from "../rule.ts";
import { type EntrySources, forEachEntry } from "../table-entries.ts";

export const userbaseIgnoredWithUser: Rule = defineRule({
  code: "userbase-ignored-with-user",
  summary: "Beside user, the user and group numbers of a userbase do not count.",
  category: "intent",
  severity: "warning",
  recommended: true,
  fix: "suggested",
  scope: "configuration",
  create: ({ model, analysis: { tableFiles }, report }) => ({
    ActionDirective: (line) => {
      const option = actionOption(line, "user");
      const user = stringOf(option);
      const userbase = actionTable(line, "userbase");
      if (option === undefined || user === undefined || userbase === undefined) return;
      const message = misunderstanding(user, userbase, { model, tableFiles });
      if (message === undefined) return;
      report({
        span: user,
        message,
        help: 'Remove "user", and each message is delivered as the user that the userbase gives.',
        related: [{ span: userbase, message: "This table only says which recipients there are, and their homes." }],
        fixes: removal('Remove "user"', line, option, false),
      });
    },
  }),
});

/** What shows that the numbers of the userbase are meant to count: they differ, or the user of the action has some. */
function misunderstanding(user: Word, userbase: TableArgument, sources: EntrySources): string | undefined {
  const wanted = foldCase(user.value);
  const owners = new Set<string>();
  let listed = false;
  forEachEntry(userbase, sources, ({ key, value = "" }) => {
    listed ||= foldCase(key) === wanted;
    owners.add(/^\d+:\d+/.exec(value)?.[0] ?? "");
    return !listed;
  });
  if (listed) return `smtpd looks "${user.value}" up among the users of the system, and not in the userbase.`;
  if (owners.size < 2) return undefined;
  return `All mail is delivered as "${user.value}", whatever user and group numbers the userbase gives.`;
}
