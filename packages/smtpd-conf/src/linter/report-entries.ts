import type { Release } from "../language/releases.ts";
import type { Model } from "../model/model.ts";
import type { TableUse } from "../model/tables.ts";
import { type AskedFor, askedFor } from "./asked-for.ts";
import type { CheckContext, Problem, Visitor } from "./check.ts";
import { isMisread } from "./file-entry.ts";
import { regexSign } from "./regex-signs.ts";
import { forEachEntry, inlineEntries, type TableEntry } from "./table-entries.ts";

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
): Visitor {
  const visited = new Set<string>();
  return {
    TableUse: (use) => {
      if (!askedFor(use).some((asked) => wanted.includes(asked))) return;
      const name = nameOf(use);
      if (name !== undefined && visited.has(name)) return;
      if (name !== undefined) visited.add(name);
      reportEntriesOf(context, use, judge);
    },
  };
}

function reportEntriesOf(
  { model, analysis, target, report }: CheckContext,
  use: TableUse,
  judge: (entry: TableEntry, use: TableUse) => Problem | undefined,
): void {
  const keepsFixes = !isAskedForMore(use, model);
  const visit = (entry: TableEntry) => {
    const problem = judge(entry, use);
    if (problem !== undefined) report(keepsFixes ? problem : { ...problem, fixes: [] });
  };
  const inline = inlineEntries(use.argument, model);
  if (inline !== undefined) return rightEntries(inline, use, target).forEach(visit);
  forEachEntry(use.argument, { model, tableFiles: analysis.tableFiles }, (entry) => {
    if (isRight(entry, use, target)) visit(entry);
    return true;
  });
}

/** Whether an entry is of the kind that its table is for: neither cut in the wrong place nor a regular expression. */
function isRight(entry: TableEntry, use: TableUse, target: Release): boolean {
  return !isMisread(entry, target) && regexSign(entry.key, use, target) === undefined;
}

const rightByUse = new WeakMap<TableUse, readonly TableEntry[]>();

/** Those that are right: many rules ask for the same ones. */
function rightEntries(entries: readonly TableEntry[], use: TableUse, target: Release): readonly TableEntry[] {
  const right = rightByUse.get(use) ?? entries.filter((entry) => isRight(entry, use, target));
  rightByUse.set(use, right);
  return right;
}

const purposesByTable = new WeakMap<Model, ReadonlyMap<string, ReadonlySet<string>>>();

/** Whether the same table is used elsewhere for something else. */
export function isAskedForMore(use: TableUse, model: Model): boolean {
  const name = nameOf(use);
  if (name === undefined) return false;
  const purposes = purposesByTable.get(model) ?? indexPurposes(model);
  purposesByTable.set(model, purposes);
  return (purposes.get(name)?.size ?? 0) > 1;
}

/** What each named table is asked for, each way of asking once. */
function indexPurposes({ tableUses }: Model): ReadonlyMap<string, ReadonlySet<string>> {
  const purposes = new Map<string, Set<string>>();
  for (const use of tableUses) {
    const name = nameOf(use);
    if (name === undefined) continue;
    const known = purposes.get(name) ?? new Set();
    purposes.set(name, known.add(askedFor(use).join()));
  }
  return purposes;
}

/** The name of the table, where it has one. */
export function nameOf({ argument }: TableUse): string | undefined {
  return argument.kind === "TableReference" ? argument.name.value : undefined;
}
