import { deletion } from "../deletion.ts";
import { defineRule, type Rule } from "../rule.ts";
import { unusedAllowed, unusedNames } from "../unused-name.ts";

export const unusedTable: Rule = defineRule({
  code: "unused-table",
  summary: "A table that nothing refers to is read and never asked.",
  category: "dead-code",
  severity: "warning",
  recommended: true,
  fix: "suggested",
  scope: "configuration",
  options: { names: unusedAllowed },
  create: (context, options) =>
    unusedNames(context, "table", options, ({ name, word, line }) => ({
      span: word,
      message: `Nothing refers to the table "${name}".`,
      help: `Write <${name}> where it is meant to be used, or delete it.`,
      fixes: deletion(`Delete the table "${name}"`, line),
    })),
});
