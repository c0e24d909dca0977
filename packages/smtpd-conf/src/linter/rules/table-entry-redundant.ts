import type { TableUse } from "../../model/tables.ts";
import { foldCase, matchesDomain } from "../../runtime/domain-pattern.ts";
import { matchesMailAddress, splitMailAddress } from "../../runtime/mail-address.ts";
import { contains, parseNetwork } from "../../runtime/network.ts";
import { type AskedFor, askedFor } from "../asked-for.ts";
import type { CheckContext } from "../check.ts";
import { isAskedForMore, nameOf } from "../report-entries.ts";
import { defineRule, type Rule } from "../rule.ts";
import { forEachEntry, type TableEntry } from "../table-entries.ts";

export const tableEntryRedundant: Rule = defineRule({
  code: "table-entry-redundant",
  summary: "An entry is covered by a wider one of the same table.",
  category: "dead-code",
  severity: "info",
  recommended: false,
  scope: "statement",
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

/** Whether all that one entry matches is matched by a wider one. */
type Covers = (wide: string, narrow: string) => boolean;

const coverings: Partial<Record<AskedFor, Covers>> = {
  domain: (wide, narrow) => wide.includes("*") && !narrow.includes("*") && matchesDomain(narrow, wide),
  mailaddr: (wide, narrow) => isWideAddress(wide) && coversAddress(wide, narrow),
  netaddr: coversNetwork,
};

/** An entry with a part left out, or with a wildcard. */
function isWideAddress(text: string): boolean {
  const { user, domain } = splitMailAddress(text);
  return user === "" || domain === "" || domain.includes("*");
}

/** Only whole addresses are looked at, and domains without wildcards below `@`. */
function coversAddress(wide: string, narrow: string): boolean {
  const { user, domain } = splitMailAddress(narrow);
  if (domain === "" || domain.includes("*")) return false;
  return (user !== "" || splitMailAddress(wide).user === "") && matchesMailAddress(narrow, wide);
}

function coversNetwork(wide: string, narrow: string): boolean {
  const [outer, inner] = [parseNetwork(wide), parseNetwork(narrow)];
  return outer !== undefined && inner !== undefined && outer.bits < inner.bits && contains(outer, inner);
}

/** Above so many entries no pairs are compared: their number grows with the square. */
const mostEntries = 2000;

function reportCovered({ model, analysis, report }: CheckContext, use: TableUse, covers: Covers): void {
  const entries: TableEntry[] = [];
  forEachEntry(use.argument, { model, tableFiles: analysis.tableFiles }, (entry) => entries.push(entry) < mostEntries);
  for (const entry of entries) {
    const key = foldCase(entry.key);
    const wide = entries.find((other) => foldCase(other.key) !== key && covers(other.key, entry.key));
    if (wide === undefined) continue;
    report({
      span: entry.keySpan,
      message: `"${entry.key}" is covered by "${wide.key}" and changes nothing.`,
      related: [{ span: wide.keySpan, message: "The wider entry." }],
    });
  }
}
