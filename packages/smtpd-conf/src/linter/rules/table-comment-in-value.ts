import type { Model } from "../../model/model.ts";
import type { TableDirective } from "../../parser/ast/nodes.ts";
import { trailingComment } from "../file-entry.ts";
import { defineRule, type Rule } from "../rule.ts";
import { forEachEntryOf } from "../table-entries.ts";
import { nameOf } from "../tables-to-judge.ts";

export const tableCommentInValue: Rule = defineRule({
  code: "table-comment-in-value",
  summary: "In the file of a table, a # behind an entry belongs to the entry.",
  category: "intent",
  severity: "warning",
  recommended: true,
  scope: "statement",
  create: ({ model, analysis, report }) => ({
    TableDirective: (table) => {
      if (table.entries !== undefined || holdsPatterns(table, model)) return;
      forEachEntryOf(table, { model, tableFiles: analysis.tableFiles }, (entry) => {
        const span = trailingComment(entry);
        if (span !== undefined) {
          const part = entry.value === undefined ? "entry" : "value";
          report({
            span,
            message: `smtpd knows no comment behind an entry: this is a part of the ${part}.`,
            help: "Give the comment a line of its own.",
          });
        }
        return true;
      });
    },
  }),
});

/** Whether the table is one of regular expressions, which may hold anything. */
function holdsPatterns({ name }: TableDirective, { tableUses }: Model): boolean {
  return tableUses.some((use) => use.regex && nameOf(use) === name.value);
}
