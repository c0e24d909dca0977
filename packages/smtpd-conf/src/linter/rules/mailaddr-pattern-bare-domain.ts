import { isStandIn } from "../domain-patterns.ts";
import { looksLikeDomain } from "../looks-like-domain.ts";
import { reportMailAddresses } from "../mail-address-patterns.ts";
import { defineRule, type Rule } from "../rule.ts";

export const mailaddrPatternBareDomain: Rule = defineRule({
  code: "mailaddr-pattern-bare-domain",
  summary: "A domain without an @ stands for a user of that name where mail addresses are compared.",
  category: "type",
  severity: "warning",
  recommended: true,
  fix: "suggested",
  scope: "statement",
  create: (context) =>
    reportMailAddresses(context, ({ text, span, rewritten }) => {
      if (text.includes("@") || isStandIn(text) || !looksLikeDomain(text)) return undefined;
      return {
        span,
        message: `"${text}" without an "@" is the user of that name in any domain.`,
        help: `Write "@${text}" for every address in that domain.`,
        fixes: rewritten('Put "@" before the domain', `@${text}`),
      };
    }),
});
