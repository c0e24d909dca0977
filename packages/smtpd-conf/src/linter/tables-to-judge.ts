import type { Release } from "../language/releases.ts";
import type { Model } from "../model/model.ts";
import type { TableUse } from "../model/tables.ts";
import type { Option } from "../parser/ast/nodes.ts";
import { type AskedFor, askedFor } from "./asked-for.ts";
import { isMisread } from "./file-entry.ts";
import { regexSign } from "./regex-signs.ts";
import { inlineEntries, type TableEntry } from "./table-entries.ts";

/** A table whose entries are to be judged, by the use that says what they are for. */
export interface TableToJudge {
  readonly use: TableUse;
  /** Whether the same table is used elsewhere for something else: what mends it here could break it there. */
  readonly isAskedForMore: boolean;
  /** The entries that stand in the configuration, as far as they are right; undefined where they come from elsewhere. */
  readonly entries: readonly TableEntry[] | undefined;
}

/** What is kept of a model: many rules ask for the same tables. */
interface Known {
  /** All uses, with what they ask for and the name of the table. */
  readonly uses: readonly KnownUse[];
  readonly byWanted: Map<string, readonly TableToJudge[]>;
  readonly byUse: Map<TableUse, TableToJudge>;
}

interface KnownUse {
  readonly use: TableUse;
  readonly asked: readonly AskedFor[];
  readonly name: string | undefined;
}

const known = new WeakMap<Model, Known>();

function openKnown({ tableUses }: Model): Known {
  const uses = tableUses.map((use) => ({ use, asked: askedFor(use), name: nameOf(use) }));
  return { uses, byWanted: new Map(), byUse: new Map() };
}

/** The tables that are asked for one of these things, in the order of their uses; of a named table, its first use. */
export function tablesToJudge(wanted: readonly AskedFor[], model: Model): readonly TableToJudge[] {
  const ofModel = known.get(model) ?? openKnown(model);
  known.set(model, ofModel);
  const key = wanted.join();
  const tables = ofModel.byWanted.get(key) ?? usesFor(wanted, ofModel).map((use) => tableOf(use, model, ofModel));
  ofModel.byWanted.set(key, tables);
  return tables;
}

function usesFor(wanted: readonly AskedFor[], { uses }: Known): readonly TableUse[] {
  const visited = new Set<string>();
  const found: TableUse[] = [];
  for (const { use, asked, name } of uses) {
    if (!asked.some((one) => wanted.includes(one)) || (name !== undefined && visited.has(name))) continue;
    if (name !== undefined) visited.add(name);
    found.push(use);
  }
  return found;
}

function tableOf(use: TableUse, model: Model, { byUse }: Known): TableToJudge {
  const table = byUse.get(use) ?? {
    use,
    isAskedForMore: isAskedForMore(use, model),
    entries: rightEntries(use, model),
  };
  byUse.set(use, table);
  return table;
}

interface RightEntries {
  readonly option: Option;
  readonly target: Release;
  readonly entries: readonly TableEntry[];
}

const keptEntries = new WeakMap<readonly TableEntry[], RightEntries>();

/** The same list for as long as the entries and their use are the same, also in the next version of a file. */
function rightEntries(use: TableUse, model: Model): readonly TableEntry[] | undefined {
  const { target } = model;
  const all = inlineEntries(use.argument, model);
  if (all === undefined) return undefined;
  const { option } = use;
  const known = keptEntries.get(all);
  if (known?.option === option && known.target === target) return known.entries;
  const entries = all.filter((entry) => isRight(entry, use, target));
  keptEntries.set(all, { option, target, entries });
  return entries;
}

/** Whether an entry is of the kind that its table is for: neither cut in the wrong place nor a regular expression. */
export function isRight(entry: TableEntry, use: TableUse, target: Release): boolean {
  return !isMisread(entry, target) && regexSign(entry.key, use, target) === undefined;
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
