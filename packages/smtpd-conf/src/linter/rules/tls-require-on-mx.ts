import { rewrite } from "../fix.ts";
import { tlsOption } from "../listener.ts";
import { exchangers } from "../receiving.ts";
import { defineRule, type Rule } from "../rule.ts";

export const tlsRequireOnMx: Rule = defineRule({
  code: "tls-require-on-mx",
  summary: "A mail exchanger that insists on TLS loses the mail of servers that do not speak it.",
  category: "intent",
  severity: "warning",
  recommended: true,
  fix: "suggested",
  scope: "configuration",
  create: ({ model, analysis, report }) => ({
    end: () => {
      const isExchanger = exchangers(model);
      for (const listener of analysis.listeners()) {
        const option = tlsOption(listener.directive);
        if (option === undefined || listener.tls !== "tls-require" || listener.auth === "required") continue;
        if (!isExchanger(listener)) continue;
        report({
          span: option,
          message: 'With "tls-require" on port 25 servers that do not use TLS cannot deliver, and their mail bounces.',
          help: 'Write "tls" to take mail from everybody, encrypted wherever the sender can.',
          fixes: option.suffix ? [] : rewrite("Write tls", [[option.keyword, "tls"]], false),
        });
      }
    },
  }),
});
