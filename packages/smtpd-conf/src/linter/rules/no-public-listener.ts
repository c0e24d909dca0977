import { takesFromStrangers } from "../receiving.ts";
import { defineRule, type Rule } from "../rule.ts";

export const noPublicListener: Rule = defineRule({
  code: "no-public-listener",
  summary: "A rule takes mail from anywhere, and smtpd listens only to its own machine.",
  category: "intent",
  severity: "info",
  recommended: true,
  scope: "configuration",
  create: ({ model, analysis, report }) => ({
    end: () => {
      const listeners = analysis.listeners();
      const alone = listeners.every(({ exposure, proxied }) => !proxied && exposure === "loopback");
      const rule = model.rules.find((candidate) => takesFromStrangers(candidate, model));
      const [first] = listeners;
      if (!alone || first === undefined || rule === undefined) return;
      const source = rule.conditions.find(({ scope }) => scope?.value === "from");
      report({
        span: source ?? rule,
        message: "This rule waits for mail from anywhere, and smtpd listens only to its own machine.",
        related: [{ span: first.directive, message: "Nobody else can connect here." }],
        help: "Add a listener on a public address, or leave the rule to local mail.",
      });
    },
  }),
});
