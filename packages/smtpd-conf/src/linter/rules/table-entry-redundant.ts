import type { TableUse } from "../../model/tables.ts";
import { foldCase } from "../../runtime/domain-pattern.ts";
import { type AskedFor, askedFor } from "../asked-for.ts";
import type { CheckContext } from "../check.ts";
import { defineRule, type Rule } from "../rule.ts";
import { forEachEntry, type TableEntry } from "../table-entries.ts";
import { isAskedForMore, nameOf } from "../tables-to-judge.ts";
import { type FindWider, widerAddresses, widerDomains, widerNetworks } from "../wider-entries.ts";

export const tableEntryRedundant: Rule = defineRule({
  code: "table-entry-redundant",
  summary: "An entry is covered by a wider one of the same table.",
  category: "dead-code",
  severity: "info",
  recommended: false,
  strict: true,
  scope: "statement",
  remembers: true,
  create: (context) => {
    const visited = new Set<string>();
    return {
      TableUse: (use) => {
        const covers = coverings[askedFor(use)[0] ?? "auth"];
        const name = nameOf(use);
        if (covers === undefined || isAskedForMore(use, context.model) || visited.has(name ?? "")) return;
        if (name !== undefined) visited.add(name);
        reportCovered(context, use, covers);
      },
    };
  },
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
  { model, analysis, report }: CheckContext,
  use: TableUse,
  prepare: (keys: ReadonlySet<string>) => FindWider,
): void {
  const entries = new Map<string, TableEntry>();
  forEachEntry(use.argument, { model, tableFiles: analysis.tableFiles }, (entry) => {
    const key = foldCase(entry.key);
    if (!entries.has(key)) entries.set(key, entry);
    return entries.size < mostEntries;
  });
  if (entries.size < 2) return;
  const findWider = prepare(new Set(entries.keys()));
  for (const [key, entry] of entries) {
    const wide = entries.get(findWider(key) ?? key) ?? entry;
    if (wide === entry) continue;
    report({
      span: entry.keySpan,
      message: `"${entry.key}" is covered by "${wide.key}" and changes nothing.`,
      related: [{ span: wide.keySpan, message: "The wider entry." }],
    });
  }
}
