import { exchangers } from "../receiving.ts";
import { defineRule, type Rule } from "../rule.ts";

export const publicListenerWithoutTls: Rule = defineRule({
  code: "public-listener-without-tls",
  summary: "A mail exchanger without TLS receives all mail in plain text, although there is a certificate.",
  category: "security",
  severity: "info",
  recommended: true,
  scope: "configuration",
  create: ({ model, analysis, report }) => ({
    end: () => {
      if (!model.definitions.some(({ space }) => space === "pki")) return;
      const listeners = analysis.listeners().filter(exchangers(model));
      if (listeners.some(({ tls }) => tls !== "none")) return;
      for (const { directive } of listeners) {
        report({
          span: directive.interface ?? directive,
          message: "Mail from other servers arrives here in plain text, since this listener offers no TLS.",
          help: 'Add "tls" and a pki to the listener.',
        });
      }
    },
  }),
});
