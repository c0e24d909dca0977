import { tlsOption } from "../listener.ts";
import { removal } from "../removal.ts";
import { defineRule, type Rule } from "../rule.ts";

export const caWithoutVerify: Rule = defineRule({
  code: "ca-without-verify",
  summary: "The ca of a listener does nothing without verify.",
  category: "dead-code",
  severity: "warning",
  recommended: true,
  guards: true,
  fix: "suggested",
  scope: "statement",
  create: ({ report }) => ({
    ListenDirective: (directive) => {
      const ca = directive.options.find(({ name }) => name === "ca");
      if (ca === undefined || tlsOption(directive)?.suffix !== undefined) return;
      report({
        span: ca,
        message: 'Without "verify" smtpd asks no client for a certificate, and the ca is never used.',
        help: 'Write "verify" behind tls-require or smtps, or leave the ca out; the chain of the own certificate belongs into its cert file.',
        fixes: removal("Remove the ca", directive, ca, false),
      });
    },
  }),
});
