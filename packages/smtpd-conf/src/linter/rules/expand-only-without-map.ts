import { actionOption } from "../action.ts";
import { defineRule, type Rule } from "../rule.ts";

export const expandOnlyWithoutMap: Rule = defineRule({
  code: "expand-only-without-map",
  summary: "An action that only expands addresses has no table to expand them with.",
  category: "intent",
  severity: "warning",
  recommended: true,
  scope: "statement",
  create: ({ report }) => ({
    ActionDirective: (line) => {
      const { method } = line;
      if (method.name !== "expand-only") return;
      if (actionOption(line, "alias") !== undefined || actionOption(line, "virtual") !== undefined) return;
      report({
        span: method,
        message: 'Without "alias" or "virtual" every recipient is refused who has no ".forward" file.',
        help: 'Name a table: expand-only virtual <table>. For users with ".forward" files there is "forward-only".',
      });
    },
  }),
});
