import type { MatchRule } from "../../runtime/match-rule.ts";
import { deletion } from "../deletion.ts";
import { ruleSpan } from "../match-rules.ts";
import { defineRule, type Rule } from "../rule.ts";

export const redundantFinalReject: Rule = defineRule({
  code: "redundant-final-reject",
  summary: "A last rule that rejects changes nothing: mail that no rule matches is rejected with the same words.",
  category: "style",
  severity: "hint",
  recommended: false,
  fix: "safe",
  scope: "configuration",
  create: ({ analysis, report }) => ({
    end: () => {
      const { rules } = analysis.ruleset();
      const last = rules.at(-1);
      if (last === undefined || rules.length < 2 || last.action !== undefined || canFail(last)) return;
      report({
        span: ruleSpan(last),
        message: "This rule changes nothing: mail that no rule matches gets the same answer.",
        help: "Delete it, or keep it for readers.",
        fixes: namesOthers(last) ? [] : deletion("Delete the rule", last.directive, true),
      });
    },
  }),
});

/** Whether the rule names a table or a tag, which nothing else might name. */
function namesOthers({ directive }: MatchRule): boolean {
  return directive.conditions.some(({ name, argument }) => name === "tag" || argument?.kind === "TableReference");
}

/** Whether asking the rule can end in a temporary failure, which is another answer. */
function canFail({ conditions }: MatchRule): boolean {
  return conditions.some(({ broken, table }) => broken || table?.kind === "UnknownTable");
}
