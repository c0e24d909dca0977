import { defineRule, type Rule } from "../rule.ts";

export const unusedSuppression: Rule = defineRule({
  code: "unused-suppression",
  summary: "A comment that is to silence a rule silences nothing.",
  category: "dead-code",
  severity: "warning",
  recommended: true,
  fix: "safe",
  scope: "statement",
  // Found out once all rules have run: `unusedSuppressions`.
  create: () => ({}),
});
