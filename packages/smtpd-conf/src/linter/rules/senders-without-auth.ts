import { listenerOf } from "../../model/listener.ts";
import { removal } from "../removal.ts";
import { defineRule, type Rule } from "../rule.ts";

export const sendersWithoutAuth: Rule = defineRule({
  code: "senders-without-auth",
  summary: "senders holds back only users who have logged in, and at this listener nobody can.",
  category: "dead-code",
  severity: "warning",
  recommended: true,
  guards: true,
  fix: "suggested",
  scope: "statement",
  create: ({ report }) => ({
    ListenDirective: (directive) => {
      const senders = directive.options.find(({ name }) => name === "senders");
      if (senders === undefined || listenerOf(directive).auth !== "none") return;
      report({
        span: senders,
        message: '"senders" says what users may send as, and nobody can log in here: it has no effect.',
        help: 'Add "auth" and a TLS mode; strangers cannot be held back by "senders".',
        fixes: removal("Remove senders", directive, senders, false),
      });
    },
  }),
});
