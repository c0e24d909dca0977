import type { TableUse } from "../model/tables.ts";
import type { AskedFor } from "./asked-for.ts";
import type { CheckContext, Problem, Visitor } from "./check.ts";
import { forEachEntry, type TableEntry } from "./table-entries.ts";
import { isRight, type TableToJudge, tablesToJudge } from "./tables-to-judge.ts";

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
): Required<Pick<Visitor, "end">> {
  return {
    end: () => {
      for (const table of tablesToJudge(wanted, context.model)) reportEntriesOf(table, context, judge);
    },
  };
}

function reportEntriesOf(
  { use, isAskedForMore, entries }: TableToJudge,
  context: CheckContext,
  judge: (entry: TableEntry, use: TableUse) => Problem | undefined,
): void {
  const { target, report, unlessSilent = (_, look) => look() } = context;
  const visit = (entry: TableEntry) => {
    const problem = judge(entry, use);
    if (problem !== undefined) report(isAskedForMore ? { ...problem, fixes: [] } : problem);
  };
  if (entries !== undefined) return unlessSilent(entries, () => entries.forEach(visit));
  const { model, analysis } = context;
  forEachEntry(use.argument, { model, tableFiles: analysis.tableFiles }, (entry) => {
    if (isRight(entry, use, target)) visit(entry);
    return true;
  });
}
