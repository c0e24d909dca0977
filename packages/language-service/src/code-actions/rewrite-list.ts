import { type Edit, type FilterList, type InlineTable, isAtLeast, textOf } from "smtpd-conf";
import type { Offer } from "./offer.ts";
import type { Place } from "./place.ts";
import { startOfLine } from "./statement-lines.ts";
import { hasComment, listAround } from "./statement-parts.ts";

/** Sorts the entries of a list, or lays it out: one entry on each line, or all on one. Lists with comments stay. */
export function rewriteList(place: Place): readonly Offer[] {
  const list = listAround(place);
  if (list === undefined || entriesOf(list).length < 2 || hasComment(place.snapshot, list)) return [];
  return [...sort(list), ...layOut(place, list)];
}

/** The entries as they stand. */
function entriesOf(
  list: InlineTable | FilterList,
): readonly (InlineTable["entries"][number] | FilterList["names"][number])[] {
  return list.kind === "InlineTable" ? list.entries : list.names;
}

/** smtpd keeps the keys of a table in an order of its own, and of two that are the same the last one. Filters run in order. */
function sort(list: InlineTable | FilterList): readonly Offer[] {
  if (list.kind !== "InlineTable" || !isOfOneKind(list)) return [];
  const sorted = list.entries.toSorted((one, other) =>
    compare(one.key.value.toLowerCase(), other.key.value.toLowerCase()),
  );
  const changes = list.entries.flatMap(({ source, start, end }, index): Edit[] => {
    const text = textOf(sorted[index] ?? list);
    return text === source.text.slice(start, end) ? [] : [{ span: { source, start, end }, text }];
  });
  if (changes.length === 0) return [];
  return [{ title: "Sort the entries", kind: "refactor.rewrite.sort", edits: () => changes, keeps: "meaning" }];
}

/** The first entry says whether a table is a list or a mapping: it has to be the same for all. */
function isOfOneKind({ entries }: InlineTable): boolean {
  return new Set(entries.map(({ value }) => value === undefined)).size === 1;
}

/** Numbers within text as numbers: 10.0.0.9 stands before 10.0.0.10. */
function compare(one: string, other: string): number {
  return one.localeCompare(other, "en", { numeric: true });
}

function layOut({ snapshot }: Place, list: InlineTable | FilterList): readonly Offer[] {
  const kind = "refactor.rewrite.list";
  const texts = entriesOf(list).map((entry) => textOf(entry));
  const { source, start, end } = list;
  const offerOf = (title: string, text: string): Offer => {
    return { title, kind, edits: () => [{ span: { source, start, end }, text }], keeps: "meaning" };
  };
  if (texts.some((text) => text.includes("\n"))) return [];
  if (textOf(list).includes("\n")) return [offerOf("Put the entries on one line", `{ ${texts.join(", ")} }`)];
  // Up to 7.4 a newline can stand nowhere but between two entries.
  const newline = isAtLeast(snapshot.target, "7.5") ? "\n" : " \\\n";
  const indent = /^[ \t]*/.exec(source.text.slice(startOfLine(source.text, start), start))?.[0] ?? "";
  const inner = texts.map((text) => `${indent}    ${text}`).join(`,${newline}`);
  return [offerOf("Put each entry on a line of its own", `{${newline}${inner}${newline}${indent}}`)];
}
