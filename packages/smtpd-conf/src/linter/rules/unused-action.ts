import { deletion } from "../deletion.ts";
import { defineRule, type Rule } from "../rule.ts";
import { unusedAllowed, unusedNames } from "../unused-name.ts";

export const unusedAction: Rule = defineRule({
  code: "unused-action",
  summary: "An action that no rule names never gets a message.",
  category: "dead-code",
  severity: "warning",
  recommended: true,
  fix: "suggested",
  scope: "configuration",
  options: { names: unusedAllowed },
  create: (context, options) =>
    unusedNames(context, "action", options, ({ name, word, line }) => ({
      span: word,
      message: `No rule names the action "${name}".`,
      help: `Write a match statement that ends in: action "${name}", or delete it.`,
      fixes: deletion(`Delete the action "${name}"`, line),
    })),
});
