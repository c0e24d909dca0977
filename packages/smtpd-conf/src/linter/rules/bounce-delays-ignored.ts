import { mostBounceDelays } from "../../language/lexical-limits.ts";
import { spanFrom } from "../../parser/source.ts";
import { defineRule, type Rule } from "../rule.ts";

export const bounceDelaysIgnored: Rule = defineRule({
  code: "bounce-delays-ignored",
  summary: "smtpd keeps the first four delays of `bounce warn-interval` and drops the rest.",
  category: "dead-code",
  severity: "warning",
  recommended: true,
  scope: "statement",
  create: ({ report }) => ({
    BounceDirective: ({ delays }) => {
      const first = delays[mostBounceDelays];
      const last = delays.at(-1);
      if (first === undefined || last === undefined) return;
      const many = first === last ? "This delay is" : "These delays are";
      report({
        span: spanFrom(first, last),
        message: `${many} dropped: smtpd keeps the first four.`,
        help: "Choose the four at which the sender is to hear that a message still waits.",
      });
    },
  }),
});
