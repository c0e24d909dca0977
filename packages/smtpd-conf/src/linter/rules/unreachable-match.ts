import type { MatchRule } from "../../runtime/match-rule.ts";
import { deletion } from "../deletion.ts";
import { ruleNames, rulePlaces, ruleSpan } from "../match-rules.ts";
import { defineRule, type Rule } from "../rule.ts";

export const unreachableMatch: Rule = defineRule({
  code: "unreachable-match",
  summary: "A rule that never decides, because the rules above it take all the mail that it is for.",
  category: "intent",
  severity: "warning",
  recommended: true,
  fix: "suggested",
  scope: "configuration",
  create: ({ analysis, report }) => ({
    end: () => {
      const { rules } = analysis.ruleset();
      analysis.reach().forEach((reach, index) => {
        const rule = rules[index];
        if (reach.kind !== "covered" || rule === undefined) return;
        report({
          span: ruleSpan(rule),
          message: `This rule never decides: ${takers(reach.by)} all the mail that it is for.`,
          help: "The first rule that matches wins. Move this one up, or delete it.",
          related: rulePlaces(reach.by),
          fixes: deletion("Delete the rule", rule.directive),
        });
      });
    },
  }),
});

function takers(by: readonly MatchRule[]): string {
  return by.length === 1 ? `${ruleNames(by)} above it takes` : `together, ${ruleNames(by)} above it take`;
}
