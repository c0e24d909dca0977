import { defineRule, type Rule } from "../rule.ts";
import { suppressionComments } from "../suppressions/suppression-comments.ts";

export const suppressionWithoutReason: Rule = defineRule({
  code: "suppression-without-reason",
  summary: "A comment that silences a rule should say why.",
  category: "style",
  severity: "info",
  recommended: false,
  strict: true,
  scope: "statement",
  create: ({ configuration, report }) => ({
    end: () => {
      for (const { word, colon, reason, span } of suppressionComments(configuration)) {
        if (!colon || !word.startsWith("disable") || reason !== undefined) continue;
        report({
          span,
          message: "This comment does not say why the rule is silenced here.",
          help: "Write the reason behind two hyphens, at the end: -- and the reason.",
        });
      }
    },
  }),
});
