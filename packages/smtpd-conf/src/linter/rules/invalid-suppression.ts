import { defineRule, type Rule } from "../rule.ts";

export const invalidSuppression: Rule = defineRule({
  code: "invalid-suppression",
  summary: "A comment for smtpd-lint has a word or a code in it that there is not, or that does nothing there.",
  category: "intent",
  severity: "warning",
  recommended: true,
  fix: "suggested",
  scope: "statement",
  // Found out where comments are read for all rules: `suppressionProblems`.
  create: () => ({}),
});
