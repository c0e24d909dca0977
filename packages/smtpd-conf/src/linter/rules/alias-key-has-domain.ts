import type { TableUse } from "../../model/tables.ts";
import { isStandIn } from "../domain-patterns.ts";
import { rewrite } from "../fix.ts";
import { reportEntries } from "../report-entries.ts";
import { defineRule, type Rule } from "../rule.ts";

export const aliasKeyHasDomain: Rule = defineRule({
  code: "alias-key-has-domain",
  summary: "A table for alias is asked for user names, never for whole addresses.",
  category: "intent",
  severity: "warning",
  recommended: true,
  fix: "suggested",
  scope: "statement",
  create: (context) =>
    reportEntries(context, ["alias"], ({ key, keySpan }, use) => {
      if (use.place !== "action alias" || !key.includes("@") || isStandIn(key)) return undefined;
      return {
        span: keySpan,
        message: `"${key}" is never looked up: "alias" asks for the user without the domain.`,
        help: 'Use "virtual", which asks for whole addresses, or write the user alone.',
        fixes: asVirtual(use),
      };
    }),
});

/** Only where all keys are addresses: those of users mean something else in a virtual table. */
function asVirtual({ argument, option }: TableUse) {
  if (argument.kind !== "InlineTable" || !argument.entries.every(({ key }) => key.value.includes("@"))) return [];
  return rewrite('Use "virtual"', [[option.keyword, "virtual"]], false);
}
