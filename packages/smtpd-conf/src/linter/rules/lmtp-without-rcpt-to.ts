import type { ActionDirective } from "../../parser/ast/nodes.ts";
import { foldCase } from "../../runtime/domain-pattern.ts";
import { actionOption, actionTable, stringOf } from "../action.ts";
import { rewrite, textBetween } from "../fix.ts";
import { isOpenToAll, usersOf } from "../recipients.ts";
import { defineRule, type Rule } from "../rule.ts";
import type { EntrySources } from "../table-entries.ts";

export const lmtpWithoutRcptTo: Rule = defineRule({
  code: "lmtp-without-rcpt-to",
  summary: "Without rcpt-to, the LMTP server learns the name of the user and not the address.",
  category: "intent",
  severity: "warning",
  recommended: true,
  fix: "suggested",
  scope: "configuration",
  create: ({ model, analysis: { tableFiles }, report }) => ({
    ActionDirective: (line) => {
      const { method } = line;
      const destination = method.name === "lmtp" && method.suffix === undefined ? stringOf(method) : undefined;
      if (destination === undefined || !isOpenToAll(line, model)) return;
      const user = stringOf(actionOption(line, "user"));
      if (user === undefined || !leadsAllTo(user.value, line, { model, tableFiles })) return;
      report({
        span: method,
        message: `All addresses lead to "${user.value}", so the LMTP server gets all mail for one recipient of that name.`,
        help: 'Write "rcpt-to" behind the destination, and it gets the address of each recipient.',
        fixes: rewrite('Add "rcpt-to"', [[destination, `${textBetween(destination, destination)} rcpt-to`]], false),
      });
    },
  }),
});

/** Whether the virtual table leads to the user of the action only, who is then there to own the mail of all others. */
function leadsAllTo(user: string, line: ActionDirective, sources: EntrySources): boolean {
  const virtual = actionTable(line, "virtual");
  const users = virtual === undefined ? undefined : usersOf(virtual, sources, 2);
  return users?.size === 1 && users.has(foldCase(user));
}
