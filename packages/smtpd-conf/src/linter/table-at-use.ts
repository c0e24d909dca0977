import type { Model } from "../model/model.ts";
import type { Definition } from "../model/symbols.ts";
import type { TableUse } from "../model/tables.ts";
import type { Option, TableDirective } from "../parser/ast/nodes.ts";
import { sameEnds } from "../parser/same-ends.ts";
import type { Source } from "../parser/source.ts";
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

/** A use with what is known of its table, from this version of a file or an earlier one. */
interface Kept {
  readonly use: TableUse;
  readonly asked: readonly AskedFor[];
  /** What is asked for, as one text. */
  readonly purpose: string;
  table: TableAtUse | undefined;
}

/** What is known of the uses of one table, as far as they were gone through. */
interface Named {
  readonly statement: TableDirective | undefined;
  readonly purposes: Set<string>;
  asked: readonly AskedFor[];
  isUsed: boolean;
}

function findTables({ configuration, definitions, tableUses }: Model): readonly TableAtUse[] {
  const uses = keptUses(configuration.sources[0], tableUses);
  const named = tablesByName(definitions);
  const tables = uses.map(({ use, purpose }) => {
    const table = tableOf(use, named);
    table?.purposes.add(purpose);
    return table;
  });
  return uses.map((kept, index) => tableAtUse(kept, tables[index]));
}

/** The uses of the last version, by the source of the file itself, which all versions have in common. */
const lastUses = new WeakMap<Source, readonly Kept[]>();

function keptUses(source: Source | undefined, uses: readonly TableUse[]): readonly Kept[] {
  const before = (source && lastUses.get(source)) ?? [];
  const placeBefore = sameEnds(before.map(optionOfKept), uses.map(optionOf));
  const kept = uses.map((use, index) => {
    const known = before[placeBefore(index) ?? -1];
    return known !== undefined && isSameUse(known.use, use) ? known : keep(use);
  });
  if (source !== undefined) lastUses.set(source, kept);
  return kept;
}

function optionOf({ option }: TableUse): Option {
  return option;
}

function optionOfKept({ use }: Kept): Option {
  return use.option;
}

function keep(use: TableUse): Kept {
  const asked = askedFor(use);
  return { use, asked, purpose: asked.join(), table: undefined };
}

function isSameUse(one: TableUse, other: TableUse): boolean {
  return (
    one === other ||
    (one.line === other.line &&
      one.argument === other.argument &&
      one.place === other.place &&
      one.regex === other.regex &&
      one.table?.kind === other.table?.kind &&
      one.table?.backend === other.table?.backend)
  );
}

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

/** The name of the table, where it has one. */
export function nameOf({ argument }: TableUse): string | undefined {
  return argument.kind === "TableReference" ? argument.name.value : undefined;
}

function tableOf(use: TableUse, named: Map<string, Named>): Named | undefined {
  const name = nameOf(use);
  if (name === undefined) return undefined;
  const table = named.get(name) ?? openNamed(undefined);
  named.set(name, table);
  return table;
}

const alone: Omit<TableAtUse, "asked"> = {
  statement: undefined,
  isAskedForMore: false,
  isFirstUse: true,
  askedBefore: [],
};

function tableAtUse(kept: Kept, named: Named | undefined): TableAtUse {
  const { asked, table } = kept;
  const now = named === undefined ? alone : nextUse(named, asked);
  if (table !== undefined && isSame(table, now)) return table;
  kept.table = { ...now, asked };
  return kept.table;
}

function nextUse(named: Named, asked: readonly AskedFor[]): Omit<TableAtUse, "asked"> {
  const { statement, purposes, isUsed, asked: askedBefore } = named;
  passBy(named, asked);
  return { statement, isAskedForMore: purposes.size > 1, isFirstUse: !isUsed, askedBefore };
}

/** The uses further down come after one that asks for this. */
function passBy(named: Named, asked: readonly AskedFor[]): void {
  named.isUsed = true;
  if (!asked.every((one) => named.asked.includes(one))) named.asked = [...new Set([...named.asked, ...asked])];
}

function isSame(one: TableAtUse, other: Omit<TableAtUse, "asked">): boolean {
  return (
    one.statement === other.statement &&
    one.isAskedForMore === other.isAskedForMore &&
    one.isFirstUse === other.isFirstUse &&
    one.askedBefore.length === other.askedBefore.length &&
    one.askedBefore.every((asked, index) => asked === other.askedBefore[index])
  );
}
