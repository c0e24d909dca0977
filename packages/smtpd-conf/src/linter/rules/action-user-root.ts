import { actionOption, delivers, stringOf } from "../action.ts";
import { defineRule, type Rule } from "../rule.ts";

export const actionUserRoot: Rule = defineRule({
  code: "action-user-root",
  summary: "smtpd never delivers as root: with user root, every message bounces.",
  category: "intent",
  severity: "error",
  recommended: true,
  scope: "statement",
  create: ({ report }) => ({
    ActionDirective: (line) => {
      const user = stringOf(actionOption(line, "user"));
      if (user?.value !== "root" || line.method.name === "mbox" || !delivers(line)) return;
      report({
        span: user,
        message: 'smtpd refuses to deliver as "root", so that every message for this action bounces.',
        help: "Name a user without privileges who owns the mail.",
      });
    },
  }),
});
