import type { ActionDirective } from "../../parser/ast/nodes.ts";
import { actionOption, stringOf } from "../action.ts";
import type { Problem } from "../check.ts";
import { hasOneUser, isOpenToAll } from "../recipients.ts";
import { defineRule, type Rule } from "../rule.ts";

export const sharedMaildirPath: Rule = defineRule({
  code: "shared-maildir-path",
  summary: "All recipients of an action get their mail into one and the same maildir.",
  category: "intent",
  severity: "warning",
  recommended: true,
  scope: "configuration",
  create: ({ model, analysis: { tableFiles }, report }) => ({
    ActionDirective: (line) => {
      if (line.method.name !== "maildir" || !isOpenToAll(line, model)) return;
      const path = stringOf(line.method);
      if (path !== undefined && hasOneUser(line, { model, tableFiles })) return;
      const problem = path === undefined ? sharedDefault(line) : sharedPath(path.value);
      if (problem !== undefined) report({ span: path ?? line.method.keyword, ...problem });
    },
  }),
});

/** A specifier with a part of the recipient that differs from user to user. */
const namesUser = /%\{(?:rcpt|rcpt\.user|dest|dest\.user|user\.username|user\.directory)[}:[]/i;

function sharedPath(path: string): Omit<Problem, "span"> | undefined {
  if (path.startsWith("~") || namesUser.test(path)) return undefined;
  return {
    message: "The path is the same for all recipients, so that their mail ends up in one maildir.",
    help: 'Put the recipient into the path, as in "/home/vmail/%{dest.domain}/%{dest.user}" or "~/Maildir".',
  };
}

/** Without a path it is the Maildir of the user who delivers, and that is always the same one beside `user`. */
function sharedDefault(line: ActionDirective): Omit<Problem, "span"> | undefined {
  const user = stringOf(actionOption(line, "user"));
  if (user === undefined) return undefined;
  return {
    message: `Without a path, the mail of all recipients ends up in the Maildir of "${user.value}".`,
    help: 'Write a path with the recipient in it, as in maildir "/home/vmail/%{dest.domain}/%{dest.user}".',
    related: [{ span: user, message: "This user delivers for everybody." }],
  };
}
