import { findRedundantConditions, type RedundantCondition } from "../../analysis/redundant-conditions.ts";
import { allScenarios } from "../../analysis/scenarios.ts";
import type { Condition } from "../../runtime/match-rule.ts";
import type { Problem } from "../check.ts";
import { optionLabel } from "../option-families.ts";
import { removal } from "../removal.ts";
import { defineRule, type Rule } from "../rule.ts";

export const redundantCondition: Rule = defineRule({
  code: "redundant-condition",
  summary: "A condition that all mail meets which comes so far says nothing.",
  category: "dead-code",
  severity: "info",
  recommended: true,
  fix: "suggested",
  scope: "configuration",
  create: ({ analysis, machine, report }) => ({
    end: () => {
      const scenarios = allScenarios(analysis.listeners(), analysis.ruleset(), machine?.facts);
      const reach = analysis.reach();
      const ruleset = analysis.ruleset();
      const alive = ruleset.rules.filter((_, index) => reach[index]?.kind === "reached");
      for (const found of findRedundantConditions(ruleset, scenarios, alive)) {
        const problem = isReportedElsewhere(found.condition) ? undefined : problemOf(found);
        if (problem !== undefined) report(problem);
      }
    },
  }),
});

/** `pattern-matches-everything` says so of the entry of a table. */
function isReportedElsewhere({ service, table, negated }: Condition): boolean {
  if (negated || service !== "mailaddr" || table?.kind !== "KnownTable") return false;
  return table.keys.includes("@") || table.keys.includes("");
}

/** Conditions that also say where mail comes from or goes to cannot be left out. */
function problemOf({ rule, condition, always }: RedundantCondition): Problem | undefined {
  const { option } = condition;
  if (option === undefined || option.scope !== undefined) return undefined;
  return {
    span: option,
    message: always
      ? "All mail meets this condition."
      : "All mail that meets the other conditions of this rule meets this one too.",
    help: `Delete it, or write the ${optionLabel(option)} that is meant.`,
    fixes: removal(`Remove "${option.name}"`, rule.directive, option, false),
  };
}
