import { matchesDomain } from "../../runtime/domain-pattern.ts";
import { splitMailAddress } from "../../runtime/mail-address.ts";
import type { CheckContext, Visitor } from "../check.ts";
import { defineRule, type Rule } from "../rule.ts";
import { forEachEntry } from "../table-entries.ts";
import { keyOf, type WrittenText } from "../written-text.ts";

export const wildcardDepth: Rule = defineRule({
  code: "wildcard-depth",
  summary: "A wildcard takes one label, and no rule takes the domain itself.",
  category: "intent",
  severity: "info",
  recommended: true,
  scope: "configuration",
  create: (context) => {
    const { wildcards, isTaken, visitor } = collectDomains(context);
    const end = () => {
      for (const { text, span } of wildcards) {
        const apex = text.slice(2);
        if (isTaken(apex)) continue;
        context.report({
          span,
          message: `"${text}" matches names with one label before "${apex}", but not "${apex}" itself.`,
          help: `List "${apex}" too, unless mail for it is meant to be refused.`,
        });
      }
    };
    return { ...visitor, end };
  },
});

/** The domains that rules ask for by `for domain` and `for rcpt-to`, and those among them that begin with `*.`. */
function collectDomains({ model, analysis }: CheckContext) {
  const patterns: string[] = [];
  const wildcards: WrittenText[] = [];
  let known = true;
  const visitor: Visitor = {
    TableUse: ({ place, regex, argument }) => {
      if (place !== "match for domain" && place !== "match for rcpt-to") return;
      const complete = forEachEntry(argument, { model, tableFiles: analysis.tableFiles }, (entry) => {
        patterns.push(place === "match for domain" ? entry.key : splitMailAddress(entry.key).domain);
        if (place === "match for domain" && /^\*\.[^*.]+\.[^*]+$/.test(entry.key)) wildcards.push(keyOf(entry));
        return true;
      });
      known &&= complete && !regex;
    },
  };
  const isTaken = (domain: string) => !known || patterns.some((pattern) => matchesDomain(domain, pattern));
  return { wildcards, isTaken, visitor };
}
