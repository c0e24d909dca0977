import { deletion } from "../deletion.ts";
import { defineRule, type Rule } from "../rule.ts";
import { unusedAllowed, unusedNames } from "../unused-name.ts";

export const unusedWrapper: Rule = defineRule({
  code: "unused-wrapper",
  summary: "An mda wrapper that no action names wraps nothing.",
  category: "dead-code",
  severity: "warning",
  recommended: true,
  fix: "suggested",
  scope: "configuration",
  options: { names: unusedAllowed },
  create: (context, options) =>
    unusedNames(context, "wrapper", options, ({ name, word, line }) => ({
      span: word,
      message: `No action names the mda wrapper "${name}".`,
      help: `Write wrapper "${name}" in the action that is to run it, or delete it.`,
      fixes: deletion(`Delete the mda wrapper "${name}"`, line),
    })),
});
