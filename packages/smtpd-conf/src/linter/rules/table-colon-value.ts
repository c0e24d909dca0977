import { detachedColon } from "../file-entry.ts";
import { defineRule, type Rule } from "../rule.ts";
import { forEachEntryOf } from "../table-entries.ts";

export const tableColonValue: Rule = defineRule({
  code: "table-colon-value",
  summary: "With a blank before it, the colon behind a key becomes a part of the value from 7.6 on.",
  category: "portability",
  severity: "warning",
  recommended: true,
  since: "7.6",
  scope: "statement",
  create: (context) => ({
    TableDirective: (table) => {
      if (table.entries !== undefined) return;
      forEachEntryOf(table, context, (entry) => {
        const span = detachedColon(entry, context.target);
        if (span !== undefined) {
          context.report({
            span,
            message: `The blank ends the key "${entry.key}", so that the colon is a part of the value from 7.6 on.`,
            help: `Write "${entry.key}: " without a blank before the colon.`,
          });
        }
        return true;
      });
    },
  }),
});
