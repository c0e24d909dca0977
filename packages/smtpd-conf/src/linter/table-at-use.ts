import type { Definition } from "../model/symbols.ts";
import type { Model } from "../model/model.ts";
import type { TableInfo, TableUse } from "../model/tables.ts";
import type { Option, TableDirective } from "../parser/ast/nodes.ts";
import { type AskedFor, askedFor } from "./asked-for.ts";

/**
 * What is to know of a table where it is used, besides the use itself. It is the same object for as long as all of it and
 * the use are the same, also in the next version of a file; only what the table's file says is not a part of it.
 */
export interface TableAtUse {
  /** The `table` statement of a named table: the first, which is the one that smtpd knows. */
  readonly statement: TableDirective | undefined;
  /** What the table is asked for here. */
  readonly asked: readonly AskedFor[];
  /** Whether the same table is used elsewhere for something else: what mends it here could break it there. */
  readonly isAskedForMore: boolean;
  /** Whether the table is not used further up. */
  readonly isFirstUse: boolean;
  /** What it is asked for further up. */
  readonly askedBefore: readonly AskedFor[];
}

/** The tables of all uses of a model, in their order. */
export function tablesAtUses(model: Model): readonly TableAtUse[] {
  const known = byModel.get(model) ?? findTables(model);
  byModel.set(model, known);
  return known;
}

const byModel = new WeakMap<Model, readonly TableAtUse[]>();

/** What is known of the uses of one table, as far as they were gone through. */
interface Named {
  readonly statement: TableDirective | undefined;
  readonly purposes: Set<string>;
  asked: readonly AskedFor[];
  isUsed: boolean;
}

function findTables({ definitions, tableUses }: Model): readonly TableAtUse[] {
  const named = tablesByName(definitions);
  for (const use of tableUses) tableOf(use, named)?.purposes.add(askedFor(use).join());
  return tableUses.map((use) => {
    const table = tableOf(use, named);
    return table === undefined ? atUse(use, alone) : next(use, table);
  });
}

const alone: Omit<TableAtUse, "asked"> = {
  statement: undefined,
  isAskedForMore: false,
  isFirstUse: true,
  askedBefore: [],
};

function tablesByName(definitions: readonly Definition[]): Map<string, Named> {
  const named = new Map<string, Named>();
  for (const { space, name, line } of definitions) {
    if (space !== "table" || named.has(name)) continue;
    named.set(name, openNamed(line.kind === "TableDirective" ? line : undefined));
  }
  return named;
}

function openNamed(statement: TableDirective | undefined): Named {
  return { statement, purposes: new Set(), asked: [], isUsed: false };
}

function tableOf({ argument }: TableUse, named: Map<string, Named>): Named | undefined {
  if (argument.kind !== "TableReference") return undefined;
  const name = argument.name.value;
  const table = named.get(name) ?? openNamed(undefined);
  named.set(name, table);
  return table;
}

/** The table at this use, which those below come after. */
function next(use: TableUse, table: Named): TableAtUse {
  const { statement, purposes, asked, isUsed } = table;
  const found = atUse(use, {
    statement,
    isAskedForMore: purposes.size > 1,
    isFirstUse: !isUsed,
    askedBefore: asked,
  });
  table.isUsed = true;
  if (!found.asked.every((one) => asked.includes(one))) table.asked = [...new Set([...asked, ...found.asked])];
  return found;
}

interface Kept {
  readonly use: TableUse;
  readonly table: TableAtUse;
}

const keptByOption = new WeakMap<Option, Kept>();

function atUse(use: TableUse, now: Omit<TableAtUse, "asked">): TableAtUse {
  const kept = keptByOption.get(use.option);
  if (kept !== undefined && isSameUse(kept.use, use) && isSameTable(kept.table, now)) return kept.table;
  const table: TableAtUse = { ...now, asked: askedFor(use) };
  keptByOption.set(use.option, { use, table });
  return table;
}

function isSameUse(one: TableUse, other: TableUse): boolean {
  return (
    one === other ||
    (one.line === other.line &&
      one.argument === other.argument &&
      one.place === other.place &&
      one.regex === other.regex &&
      isSameInfo(one.table, other.table))
  );
}

function isSameInfo(one: TableInfo | undefined, other: TableInfo | undefined): boolean {
  return one?.kind === other?.kind && one?.backend === other?.backend;
}

function isSameTable(one: TableAtUse, other: Omit<TableAtUse, "asked">): boolean {
  return (
    one.statement === other.statement &&
    one.isAskedForMore === other.isAskedForMore &&
    one.isFirstUse === other.isFirstUse &&
    one.askedBefore.join() === other.askedBefore.join()
  );
}
