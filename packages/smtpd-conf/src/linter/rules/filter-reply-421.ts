import { rewrite } from "../fix.ts";
import { defineRule, type Rule } from "../rule.ts";

export const filterReply421: Rule = defineRule({
  code: "filter-reply-421",
  summary: "A reject with 421 closes the connection.",
  category: "intent",
  severity: "info",
  recommended: true,
  fix: "suggested",
  scope: "statement",
  create: ({ report }) => ({
    PhaseFilterDirective: ({ decision: { name, keyword, argument } }) => {
      if (name !== "reject" || argument?.kind !== "String" || !/^421 ./s.test(argument.value)) return;
      report({
        span: argument,
        message: 'With 421 smtpd closes the connection, as "disconnect" does.',
        help: 'Write "disconnect", or 450 or 451 for a refusal after which the session goes on.',
        fixes: rewrite('Write "disconnect"', [[keyword, "disconnect"]], false),
      });
    },
  }),
});
