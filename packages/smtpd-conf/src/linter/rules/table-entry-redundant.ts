import { foldCase } from "../../runtime/domain-pattern.ts";
import type { AskedFor } from "../asked-for.ts";
import type { CheckContext } from "../check.ts";
import { defineRule, type Rule } from "../rule.ts";
import { forEachEntryAt, type TableEntry } from "../table-entries.ts";
import { type FindWider, widerAddresses, widerDomains, widerNetworks } from "../wider-entries.ts";

export const tableEntryRedundant: Rule = defineRule({
  code: "table-entry-redundant",
  summary: "An entry is covered by a wider one of the same table.",
  category: "dead-code",
  severity: "info",
  recommended: false,
  strict: true,
  scope: "statement",
  create: (context) => ({
    TableUse: ({ argument }, table) => {
      const covers = coverings[table.asked[0] ?? "auth"];
      if (covers === undefined || table.isAskedForMore || !table.isFirstUse) return;
      reportCovered(context, (visit) => void forEachEntryAt(argument, table, context, visit), covers);
    },
  }),
});

/** What is wider, by what the table is asked for. */
const coverings: Partial<Record<AskedFor, (keys: ReadonlySet<string>) => FindWider>> = {
  domain: widerDomains,
  mailaddr: widerAddresses,
  netaddr: widerNetworks,
};

/** Entries of one table that are kept at most. */
const mostEntries = 100_000;

function reportCovered(
  context: CheckContext,
  forEach: (visit: (entry: TableEntry) => boolean) => void,
  prepare: (keys: ReadonlySet<string>) => FindWider,
): void {
  const entries = new Map<string, TableEntry>();
  forEach((entry) => {
    const key = foldCase(entry.key);
    if (!entries.has(key)) entries.set(key, entry);
    return entries.size < mostEntries;
  });
  if (entries.size < 2) return;
  const findWider = prepare(new Set(entries.keys()));
  for (const [key, entry] of entries) {
    const wide = entries.get(findWider(key) ?? key) ?? entry;
    if (wide === entry) continue;
    context.report({
      span: entry.keySpan,
      message: `"${entry.key}" is covered by "${wide.key}" and changes nothing.`,
      related: [{ span: wide.keySpan, message: "The wider entry." }],
    });
  }
}
