import type { Release } from "../language/releases.ts";
import type { TableUse } from "../model/tables.ts";
import type { Option } from "../parser/ast/nodes.ts";
import type { AskedFor } from "./asked-for.ts";
import type { CheckContext, Problem, Visitor } from "./check.ts";
import { isMisread } from "./file-entry.ts";
import { regexSign } from "./regex-signs.ts";
import type { TableAtUse } from "./table-at-use.ts";
import { forEachEntryAt, inlineEntriesAt, type TableEntry } from "./table-entries.ts";

/** So many problems of one table say enough, where each takes long to find. */
export const mostProblems = 50;

/**
 * A visitor that reports what `judge` finds wrong with the entries of the tables that are asked for one of these things.
 * The entries of a named table are judged once, wherever it is used. Where it is asked for something else too, what mends
 * it here could break it there, so that no fix is offered. Entries that are written as regular expressions without the word
 * `regex` are not judged, nor are lines of files that smtpd cuts in the wrong place: theirs are mistakes of another kind.
 */
export function reportEntries(
  context: CheckContext,
  wanted: readonly AskedFor[],
  judge: (entry: TableEntry, use: TableUse) => Problem | undefined,
): Required<Pick<Visitor, "TableUse">> {
  const isWanted = (asked: AskedFor) => wanted.includes(asked);
  return {
    TableUse: (use, table) => {
      if (!table.asked.some(isWanted) || table.askedBefore.some(isWanted)) return;
      forEachRightEntry(use, table, context, (entry) => {
        const problem = judge(entry, use);
        if (problem !== undefined) context.report(table.isAskedForMore ? { ...problem, fixes: [] } : problem);
      });
    },
  };
}

function forEachRightEntry(
  use: TableUse,
  table: TableAtUse,
  context: CheckContext,
  visit: (entry: TableEntry) => void,
): void {
  const { target } = context;
  const inline = inlineEntriesAt(use.argument, table.statement);
  if (inline !== undefined) return rightEntries(inline, use, target).forEach(visit);
  forEachEntryAt(use.argument, table, context, (entry) => {
    if (isRight(entry, use, target)) visit(entry);
    return true;
  });
}

interface RightEntries {
  readonly option: Option;
  readonly target: Release;
  readonly entries: readonly TableEntry[];
}

/** What was found last: many rules ask for the same use. */
const known = new WeakMap<readonly TableEntry[], RightEntries>();

function rightEntries(all: readonly TableEntry[], use: TableUse, target: Release): readonly TableEntry[] {
  const { option } = use;
  const last = known.get(all);
  if (last?.option === option && last.target === target) return last.entries;
  const entries = all.filter((entry) => isRight(entry, use, target));
  known.set(all, { option, target, entries });
  return entries;
}

/** Whether an entry is of the kind that its table is for: neither cut in the wrong place nor a regular expression. */
function isRight(entry: TableEntry, use: TableUse, target: Release): boolean {
  return !isMisread(entry, target) && regexSign(entry.key, use, target) === undefined;
}
