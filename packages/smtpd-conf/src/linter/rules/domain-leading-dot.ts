import { isStandIn, reportDomains } from "../domain-patterns.ts";
import { defineRule, type Rule } from "../rule.ts";

export const domainLeadingDot: Rule = defineRule({
  code: "domain-leading-dot",
  summary: "A dot before a domain does not stand for its subdomains.",
  category: "type",
  severity: "error",
  recommended: true,
  fix: "suggested",
  scope: "statement",
  create: (context) =>
    reportDomains(context, ({ text, span, rewritten }) => {
      if (!/^\.[^.]/.test(text) || isStandIn(text)) return undefined;
      return {
        span,
        message: `"${text}" is compared as it stands, and no subdomain of "${text.slice(1)}" is that.`,
        help: `Write "*${text}" for one label before the dot, or a regular expression for any number of them.`,
        fixes: rewritten('Put "*" before the dot', `*${text}`),
      };
    }),
});
