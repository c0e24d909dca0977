import type { MatchDirective, Option } from "../../parser/ast/nodes.ts";
import { textOf } from "../../parser/source.ts";
import { defineRule, type Rule } from "../rule.ts";

export const repeatedMatches: Rule = defineRule({
  code: "repeated-matches",
  summary: "Rules that follow each other differ in their domain only.",
  category: "style",
  severity: "hint",
  recommended: false,
  scope: "statement",
  remembers: true,
  create: ({ report }) => {
    let above: DomainRule | undefined;
    return {
      MatchDirective: (line) => {
        const rule = domainRule(line);
        const same = above !== undefined && rule !== undefined && above.rest === rule.rest;
        if (same && above && rule) {
          report({
            span: rule.domain,
            message: "This rule differs from the one above it in the domain only.",
            help: "Write one rule with a list of the domains: for domain { … }.",
            related: [{ span: above.domain, message: "The domain of the rule above." }],
          });
        }
        above = rule;
      },
    };
  },
});

/** A rule for certain domains. */
interface DomainRule {
  readonly domain: Option;
  /** All that it says besides, in an order that does not depend on how it is written. */
  readonly rest: string;
}

/** Undefined for a rule whose domain could not go into a list with others: a named table, a negation, a pattern. */
function domainRule({ conditions, action, reject }: MatchDirective): DomainRule | undefined {
  const domain = conditions.find(({ name, scope }) => name === "domain" && scope?.value === "for");
  if (domain === undefined || domain.not || domain.regex || domain.argument?.kind === "TableReference")
    return undefined;
  const others = conditions.filter((condition) => condition !== domain).map(textOf);
  const ending = reject === undefined ? `action ${action?.value}` : "reject";
  return { domain, rest: [...others.sort(), ending].join("\n") };
}
