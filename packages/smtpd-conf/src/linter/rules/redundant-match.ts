import { findRedundantRules } from "../../analysis/redundant-rules.ts";
import { allScenarios } from "../../analysis/scenarios.ts";
import { deletion } from "../deletion.ts";
import { ruleNames, rulePlaces, ruleSpan } from "../match-rules.ts";
import { defineRule, type Rule } from "../rule.ts";

export const redundantMatch: Rule = defineRule({
  code: "redundant-match",
  summary: "A rule that changes nothing: a later one would do the same with all its mail.",
  category: "dead-code",
  severity: "info",
  recommended: true,
  fix: "suggested",
  scope: "configuration",
  create: ({ analysis, machine, report }) => ({
    end: () => {
      const scenarios = allScenarios(analysis.listeners(), analysis.ruleset(), machine?.facts);
      for (const { rule, by } of findRedundantRules(analysis.ruleset(), scenarios, analysis.reach())) {
        report({
          span: ruleSpan(rule),
          message: `This rule changes nothing: ${ruleNames([by])} does the same with all the mail that it is for.`,
          help: "Delete it, unless another action or other conditions were meant.",
          related: rulePlaces([by]),
          fixes: deletion("Delete the rule", rule.directive),
        });
      }
    },
  }),
});
