import { rewrite } from "../fix.ts";
import { exchangers } from "../receiving.ts";
import { defineRule, type Rule } from "../rule.ts";

export const authRequiredOnMx: Rule = defineRule({
  code: "auth-required-on-mx",
  summary: "Where everybody has to log in, other mail servers cannot deliver.",
  category: "intent",
  severity: "warning",
  recommended: true,
  fix: "suggested",
  scope: "configuration",
  create: ({ model, analysis, report }) => ({
    end: () => {
      const listeners = analysis.listeners().filter(exchangers(model));
      if (listeners.some(({ auth }) => auth !== "required")) return;
      for (const { directive } of listeners) {
        const option = directive.options.find(({ name }) => name === "auth");
        if (option === undefined) continue;
        report({
          span: option.keyword,
          message: 'With "auth" on port 25 no other mail server can deliver: none of them has a password.',
          help: 'Write "auth-optional", and ask for the login in the rules that relay; or let users log in on port 587 only.',
          fixes: rewrite("Write auth-optional", [[option.keyword, "auth-optional"]], false),
        });
      }
    },
  }),
});
