import { foldCase } from "../runtime/domain-pattern.ts";
import { type Literal, wantsEntry } from "./literal.ts";
import type { Solution } from "./search-text.ts";

/** Finds one of the tags of the listeners. Only those are tried that an entry names, where one is wanted. */
export function solveTag(
  literals: readonly Literal[],
  tags: readonly string[],
  holds: (tag: string) => boolean,
): Solution {
  const value = candidates(literals, tags).find(holds);
  return value === undefined ? { kind: "none" } : { kind: "value", value };
}

function candidates(literals: readonly Literal[], tags: readonly string[]): readonly string[] {
  const wanted = literals.find(
    ({ condition }) => condition.table?.kind === "KnownTable" && condition.service === "string",
  );
  const { table } = wanted?.condition ?? {};
  if (wanted === undefined || table?.kind !== "KnownTable" || !wantsEntry(wanted)) return tags;
  if (table.keys.length > tags.length) return tags;
  const byEntry = tagsByEntry(tags);
  return table.keys.flatMap((key) => byEntry.get(key) ?? []);
}

const known = new WeakMap<readonly string[], ReadonlyMap<string, string>>();

/** The tags as they would stand in a table. */
function tagsByEntry(tags: readonly string[]): ReadonlyMap<string, string> {
  const byEntry = known.get(tags) ?? new Map(tags.map((tag) => [foldCase(tag), tag]));
  known.set(tags, byEntry);
  return byEntry;
}
