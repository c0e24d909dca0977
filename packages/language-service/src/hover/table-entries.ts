import { forEachLineOf, type InlineTable, parseTableConfig, readTableLines, type TableDirective } from "smtpd-conf";
import type { Snapshot } from "../snapshot.ts";

/** One entry of a table. */
export interface ShownEntry {
  readonly key: string;
  readonly value: string | undefined;
}

/** The first entries of a table, and how many there are. */
export interface EntriesOfTable {
  readonly kind: "list" | "mapping";
  readonly first: readonly ShownEntry[];
  readonly total: number;
  /** Whether there may be more: nobody counts to the end of a huge file for a hover. */
  readonly open: boolean;
}

const mostKept = 6;
const mostCounted = 5000;

/** The entries of a `table` statement, or of its file where that is at hand; undefined where they are not known. */
export function entriesOfTable(snapshot: Snapshot, statement: TableDirective): EntriesOfTable | undefined {
  if (statement.entries !== undefined) return entriesWithin(statement.entries);
  const { backend, path } = parseTableConfig(statement.config?.value ?? "");
  if ((backend !== "static" && backend !== "file") || path === undefined) return undefined;
  const text = snapshot.files.documentOf(path)?.getText();
  return text === undefined ? undefined : entriesInFile(text, snapshot);
}

function entriesWithin({ entries }: InlineTable): EntriesOfTable {
  const first = entries.slice(0, mostKept).map(({ key, value }) => ({ key: key.value, value: value?.value }));
  const kind = entries[0]?.value === undefined ? "list" : "mapping";
  return { kind, first, total: entries.length, open: false };
}

function entriesInFile(text: string, { target }: Snapshot): EntriesOfTable {
  const first: ShownEntry[] = [];
  let total = 0;
  const { kind } = readTableLines(
    (visit) => forEachLineOf(text, visit),
    target,
    ({ key, value }) => {
      if (total++ < mostKept) first.push({ key, value });
      return total <= mostCounted;
    },
  );
  const open = total > mostCounted;
  return { kind, first, total: open ? mostCounted : total, open };
}
