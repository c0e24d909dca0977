import { exchangers } from "../receiving.ts";
import { defineRule, type Rule } from "../rule.ts";

export const noInboundFilter: Rule = defineRule({
  code: "no-inbound-filter",
  summary: "A mail exchanger without any filter takes all spam.",
  category: "security",
  severity: "hint",
  recommended: false,
  since: "6.6.0",
  scope: "configuration",
  create: ({ model, analysis, report }) => ({
    end: () => {
      const isExchanger = exchangers(model);
      for (const listener of analysis.listeners()) {
        const { directive, filters, auth } = listener;
        if (filters.length > 0 || auth === "required" || !isExchanger(listener)) continue;
        report({
          span: directive.interface ?? directive,
          message: "Mail from anywhere arrives here, and no filter looks at it.",
          help: "Filters on the reverse DNS of clients, or a program such as rspamd, keep most spam out.",
        });
      }
    },
  }),
});
