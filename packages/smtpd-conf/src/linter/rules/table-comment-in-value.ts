import type { Model } from "../../model/model.ts";
import type { TableDirective } from "../../parser/ast/nodes.ts";
import type { CheckContext } from "../check.ts";
import { trailingComment } from "../file-entry.ts";
import { defineRule, type Rule } from "../rule.ts";
import { nameOf } from "../table-at-use.ts";
import { entriesPath, forEachEntryOf } from "../table-entries.ts";

export const tableCommentInValue: Rule = defineRule({
  code: "table-comment-in-value",
  summary: "In the file of a table, a # behind an entry belongs to the entry.",
  category: "intent",
  severity: "warning",
  recommended: true,
  scope: "statement",
  create: (context) => ({
    TableDirective: (table) => {
      if (!isReadable(table, context) || holdsPatterns(table, context.model)) return;
      forEachEntryOf(table, context, (entry) => {
        const span = trailingComment(entry);
        if (span !== undefined) {
          const part = entry.value === undefined ? "entry" : "value";
          context.report({
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

/** Whether the entries stand in a file that can be asked for. */
function isReadable({ config }: TableDirective, context: CheckContext): boolean {
  return config !== undefined && entriesPath(config) !== undefined && context.analysis.tableFiles !== undefined;
}
