import { listenerOf } from "../../model/listener.ts";
import { defineRule, type Rule } from "../rule.ts";

export const authWithoutSenders: Rule = defineRule({
  code: "auth-without-senders",
  summary: "Without senders, a user who has logged in may send as anybody.",
  category: "security",
  severity: "hint",
  recommended: false,
  strict: true,
  scope: "statement",
  create: ({ report }) => ({
    ListenDirective: (directive) => {
      const auth = directive.options.find(({ name }) => name === "auth" || name === "auth-optional");
      const { proxied, exposure } = listenerOf(directive);
      if (auth === undefined || directive.options.some(({ name }) => name === "senders")) return;
      if (exposure === "loopback" && !proxied) return;
      report({
        span: auth.keyword,
        message: "Every user who logs in here may send as any other one, and as any address at all.",
        help: 'Map users to their addresses in a table, and name it with "senders".',
      });
    },
  }),
});
