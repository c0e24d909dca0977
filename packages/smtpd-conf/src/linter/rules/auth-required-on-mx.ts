import type { Listener } from "../../model/listener.ts";
import { rewrite } from "../fix.ts";
import { exchangePort, exchangers } from "../receiving.ts";
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
      if (listeners.some(({ auth }) => auth !== "required") || !analysis.listeners().some(takesSubmissions)) return;
      for (const { directive } of listeners) {
        const option = directive.options.find(({ name }) => name === "auth");
        if (option === undefined) continue;
        report({
          span: option.keyword,
          message: 'With "auth" on port 25 no other mail server can deliver: none of them has a password.',
          help: 'Write "auth-optional", or leave the login to the listener for submission.',
          fixes: rewrite("Write auth-optional", [[option.keyword, "auth-optional"]], false),
        });
      }
    },
  }),
});

/** Whether users have a listener of their own, so that port 25 is for others. */
function takesSubmissions({ auth, port }: Listener): boolean {
  return auth !== "none" && port !== exchangePort;
}
