import { textOf } from "../../parser/source.ts";
import { foldCase } from "../../runtime/domain-pattern.ts";
import type { CheckContext } from "../check.ts";
import type { Fix } from "../diagnostic.ts";
import { defineRule, type Rule } from "../rule.ts";
import { forEachEntryAt, type TableEntry } from "../table-entries.ts";
import { isWrittenHere } from "../written-text.ts";

export const duplicateTableEntry: Rule = defineRule({
  code: "duplicate-table-entry",
  summary: "A table has the same key twice, and only the last of them counts.",
  category: "dead-code",
  severity: "warning",
  recommended: true,
  fix: "safe",
  scope: "statement",
  create: (context) => ({
    TableUse: ({ argument }, table) => {
      if (table.isFirstUse) reportDuplicates(context, (visit) => void forEachEntryAt(argument, table, context, visit));
    },
  }),
});

/** So many keys of one table are remembered at most: files can be larger than memory. */
const mostKeys = 100_000;

function reportDuplicates(context: CheckContext, entries: (visit: (entry: TableEntry) => boolean) => void): void {
  const places = new Map<string, number>();
  const seen: TableEntry[] = [];
  entries((entry) => {
    const key = foldCase(entry.key);
    const place = places.get(key);
    places.set(key, seen.push(entry) - 1);
    const [earlier, next] = place === undefined ? [] : seen.slice(place, place + 2);
    if (earlier !== undefined && next !== undefined)
      context.report({ span: earlier.keySpan, ...problemOf(earlier, entry, next) });
    return seen.length < mostKeys;
  });
}

function problemOf(earlier: TableEntry, later: TableEntry, next: TableEntry) {
  const { key, value } = earlier;
  const related = [{ span: later.keySpan, message: "The same key again." }];
  const fixes = later.value === value ? withoutEntry(earlier, next) : [];
  if (value === undefined) return { message: `"${key}" is in this list twice, and counts once.`, related, fixes };
  const help = later.value === value ? "Delete one of them." : "Put both values behind one key, or delete this entry.";
  return {
    message: `The value of "${key}" is replaced by that of a later entry with the same key.`,
    help,
    related,
    fixes,
  };
}

/** A fix that deletes an entry up to the next one; none where a comment or a macro stands there. */
function withoutEntry({ keySpan, valueSpan }: TableEntry, next: TableEntry): Fix[] {
  const spans = [keySpan, valueSpan ?? keySpan, next.keySpan];
  const { source, start } = keySpan;
  const span = { source, start, end: next.keySpan.start };
  if (!spans.every((part) => isWrittenHere(part) && part.source === source)) return [];
  return textOf(span).includes("#") ? [] : [{ title: "Delete the entry", safe: true, edits: [{ span, text: "" }] }];
}
