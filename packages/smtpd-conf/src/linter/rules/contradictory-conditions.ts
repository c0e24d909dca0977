import type { Condition, MatchRule } from "../../runtime/match-rule.ts";
import { ruleSpan } from "../match-rules.ts";
import { defineRule, type Rule } from "../rule.ts";

export const contradictoryConditions: Rule = defineRule({
  code: "contradictory-conditions",
  summary: "A rule whose conditions exclude each other matches no mail at all.",
  category: "intent",
  severity: "error",
  recommended: true,
  scope: "configuration",
  create: ({ analysis, report }) => ({
    end: () => {
      const { rules } = analysis.ruleset();
      analysis.reach().forEach((reach, index) => {
        const rule = rules[index];
        if (reach.kind !== "impossible" || rule === undefined || isReportedElsewhere(rule, reach.condition)) return;
        const { option } = reach.condition ?? {};
        report({
          span: option ?? ruleSpan(rule),
          message: option ? "No mail can meet this condition." : "No mail can meet all conditions of this rule.",
          help: option
            ? "Delete the rule, or the ! before the condition."
            : "What is not written counts too: without from a rule is for local mail, without for it is for local names.",
        });
      });
    },
  }),
});

/** Rules about single conditions say why these never match: a tag that nobody sets, entries that match nothing, `tls`. */
function isReportedElsewhere({ conditions }: MatchRule, culprit: Condition | undefined): boolean {
  if (conditions.some(({ broken }) => broken)) return true;
  if (culprit === undefined) return false;
  return culprit.subject === "tag" || (!culprit.negated && culprit.option?.argument !== undefined);
}
