import { isAtLeast } from "../language/releases.ts";
import { listenersOf } from "../model/listener.ts";
import type { Model } from "../model/model.ts";
import type { TableUse } from "../model/tables.ts";
import { foldCase } from "../runtime/domain-pattern.ts";
import { matchesRegularExpression, parseRegularExpression } from "../runtime/regular-expression/regular-expression.ts";
import { type EntrySources, forEachEntry, type TableEntry } from "./table-entries.ts";

/**
 * The tags that sessions can have, in lower case; empty for those of a listener without one. There is always the socket,
 * whose sessions have the tag `local` up to 6.6 (`smtp_enqueue()` in smtp.c).
 */
export function sessionTags(model: Model): ReadonlySet<string> {
  const tags = new Set(listenersOf(model).map(({ tag }) => foldCase(tag)));
  if (!isAtLeast(model.target, "6.7.1")) return tags.add("local");
  return model.listeners.some(({ socket }) => socket !== undefined) ? tags : tags.add("");
}

/** A set of tags in lower case, or what is known of each. */
export interface Tags {
  readonly has: (tag: string) => boolean;
  readonly keys: () => Iterable<string>;
}

/** Whether a condition asks for the tag of the session. */
export function asksForTag({ place }: TableUse): boolean {
  return place === "match tag";
}

/** The entries that tags are compared with; undefined where they are not known. */
export function tagEntries({ argument }: TableUse, sources: EntrySources): readonly TableEntry[] | undefined {
  const entries: TableEntry[] = [];
  return forEachEntry(argument, sources, (entry) => entries.push(entry) > 0) ? entries : undefined;
}

/** The tags, of these, that an entry of a condition is for; undefined for a pattern that we cannot read. */
export function tagsOfEntry({ key }: TableEntry, { regex }: TableUse, tags: Tags): string[] | undefined {
  const folded = foldCase(key);
  if (!regex) return tags.has(folded) ? [folded] : [];
  const expression = parseRegularExpression(folded);
  if (expression.kind === "RegexFault") return undefined;
  return [...tags.keys()].filter((tag) => matchesRegularExpression(expression, tag));
}
