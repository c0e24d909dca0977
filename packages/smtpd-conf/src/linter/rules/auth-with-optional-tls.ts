import { listenerOf } from "../../model/listener.ts";
import { rewrite } from "../fix.ts";
import { tlsOption } from "../listener.ts";
import { defineRule, type Rule } from "../rule.ts";

export const authWithOptionalTls: Rule = defineRule({
  code: "auth-with-optional-tls",
  summary: "A listener where everybody has to log in needs TLS in any case, and should say so.",
  category: "style",
  severity: "hint",
  recommended: false,
  strict: true,
  fix: "safe",
  scope: "statement",
  create: ({ report }) => ({
    ListenDirective: (directive) => {
      const keyword = tlsOption(directive)?.keyword;
      const { tls, auth } = listenerOf(directive);
      if (keyword === undefined || tls !== "tls" || auth !== "required") return;
      report({
        span: keyword,
        message: "Nobody can log in without TLS, so that nothing can be sent here in plain text either.",
        help: 'Write "tls-require": clients then learn at once what is missing.',
        fixes: rewrite("Write tls-require", [[keyword, "tls-require"]]),
      });
    },
  }),
});
