import { defineRule, type Rule } from "../rule.ts";

export const tlsConditionTempfails: Rule = defineRule({
  code: "tls-condition-tempfails",
  summary: "The condition tls never matches: it puts mail off, and hides the rules behind it.",
  category: "intent",
  severity: "error",
  recommended: true,
  scope: "statement",
  create: ({ report }) => ({
    MatchDirective: ({ conditions }) => {
      const condition = conditions.find(({ name }) => name === "tls");
      if (condition === undefined) return;
      report({
        span: condition,
        message:
          "smtpd cannot ask for TLS in a rule: it answers 451 to every recipient that gets here, and tries no later rule.",
        help: 'Ask for TLS at the listener with "tls-require"; to tell listeners apart, give each a "tag".',
      });
    },
  }),
});
