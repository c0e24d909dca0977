import type { TableUse } from "../../model/tables.ts";
import type { CheckContext, Problem } from "../check.ts";
import type { Fix } from "../diagnostic.ts";
import { isEditable } from "../place.ts";
import { regexSign } from "../regex-signs.ts";
import { defineRule, type Rule } from "../rule.ts";
import type { TableAtUse } from "../table-at-use.ts";
import { forEachEntryAt, type TableEntry } from "../table-entries.ts";

export const regexWithoutKeyword: Rule = defineRule({
  code: "regex-without-keyword",
  summary: "An entry is written as a regular expression, and the word regex is missing.",
  category: "intent",
  severity: "warning",
  recommended: true,
  fix: "suggested",
  since: "6.6.0",
  scope: "statement",
  create: (context) => ({
    TableUse: (use, table) => {
      const problem = problemOf(use, table, context);
      if (problem !== undefined) context.report(problem);
    },
  }),
});

/** One for each use of a table: the word that is missing is one. */
function problemOf(use: TableUse, table: TableAtUse, context: CheckContext): Problem | undefined {
  let first: { readonly entry: TableEntry; readonly sign: string } | undefined;
  let others = false;
  const known = forEachEntryAt(use.argument, table, context, (entry) => {
    const sign = regexSign(entry.key, use, context.target);
    if (sign === undefined) others = true;
    else first ??= { entry, sign };
    return first === undefined || !others;
  });
  if (first === undefined) return undefined;
  const { entry, sign } = first;
  // With "regex", smtpd takes no mapping.
  const single = known && !others && use.table?.kind !== "mapping";
  return {
    span: entry.keySpan,
    message: `Without "regex", "${entry.key}" is compared as it stands, and its "${sign}" has no meaning.`,
    help: single
      ? `Write "regex" behind "${use.option.name}".`
      : `Put the regular expressions into a condition of their own, with "regex" behind "${use.option.name}".`,
    related: use.argument.kind === "TableReference" ? [{ span: use.option, message: "The table is used here." }] : [],
    fixes: single && !table.isAskedForMore ? insertion(use) : [],
  };
}

/** Puts the word before the table; not where a macro wrote that. */
function insertion({ argument, line }: TableUse): Fix[] {
  const { source, start } = argument;
  const token = line.tokens.find((candidate) => candidate.source === source && candidate.start === start);
  if (token === undefined || !isEditable(token)) return [];
  return [{ title: 'Insert "regex"', safe: false, edits: [{ span: { source, start, end: start }, text: "regex " }] }];
}
