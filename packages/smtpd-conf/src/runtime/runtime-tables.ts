import type { Release } from "../language/releases.ts";
import type { Model } from "../model/model.ts";
import { readTableLines } from "../model/table-file.ts";
import type { TableFiles } from "../model/table-files.ts";
import { parseTableConfig } from "../model/tables.ts";
import type { TableArgument, TableDirective } from "../parser/ast/nodes.ts";
import { isSameList } from "../parser/same-list.ts";
import { builtinRuntimeTables, knownTable } from "./builtin-tables.ts";
import type { MachineFacts } from "./machine-facts.ts";
import { openRulesetMemory, type TableMemory } from "./ruleset-memory.ts";
import { type ShareList, shareLists } from "./share-lists.ts";
import type { RuntimeTable } from "./table.ts";

/** The tables of a configuration as the daemon has them. Each is made when it is first asked for. */
export interface Tables {
  /** The table of an argument: the one that it refers to, or the one that it is. */
  readonly of: (argument: TableArgument) => RuntimeTable;
  readonly named: (name: string) => RuntimeTable;
  /** The list that tables with the same entries have. */
  readonly share: ShareList;
}

/** `memory`: what the tables of an earlier version have left, and what is left for the next. */
export function openTables(
  model: Model,
  machine: MachineFacts,
  tableFiles: TableFiles | undefined,
  memory: TableMemory = openRulesetMemory().tables,
): Tables {
  memory.builtin ??= builtinRuntimeTables(machine, model.target);
  const { share, lists } = shareLists(memory.lists);
  memory.lists = lists;
  const known = new Map<string, RuntimeTable>(memory.builtin);
  const anonymous = new Map(anonymousArguments(model).map((argument, index) => [argument, `<dynamic:${index}>`]));
  const byName = new Map([...anonymous].map(([argument, name]) => [name, argument]));
  const opening: Opening = { model, tableFiles, memory, share };
  const make = (name: string): RuntimeTable => {
    const argument = byName.get(name);
    return argument === undefined ? declaredTable(name, opening) : anonymousTable(name, argument, opening);
  };
  const named = (name: string): RuntimeTable => {
    const table = known.get(name) ?? make(name);
    known.set(name, table);
    return table;
  };
  return {
    named,
    of: (argument) => named(argument.kind === "TableReference" ? argument.name.value : (anonymous.get(argument) ?? "")),
    share,
  };
}

interface Opening {
  readonly model: Model;
  readonly tableFiles: TableFiles | undefined;
  readonly memory: TableMemory;
  readonly share: ShareList;
}

/** Keeps a table as it was last made for a node, with its new name, if it holds what it held then. */
function keep<Key extends object>(
  made: WeakMap<Key, RuntimeTable>,
  key: Key,
  name: string,
  { share }: Opening,
  make: (known: RuntimeTable | undefined) => RuntimeTable,
): RuntimeTable {
  const known = made.get(key);
  const table = withSharedKeys(make(known), known, share);
  if (known !== undefined && holdsTheSame(known, table)) return Object.assign(known, { name });
  made.set(key, table);
  return table;
}

/** Up to how many entries tables are compared with all others, not only with what they held before. */
const mostShared = 64;

function withSharedKeys(table: RuntimeTable, known: RuntimeTable | undefined, share: ShareList): RuntimeTable {
  if (table.kind === "UnknownTable") return table;
  if (table.keys.length <= mostShared) return { ...table, keys: share(table.keys) };
  return known?.kind === "KnownTable" && isSameList(known.keys, table.keys) ? { ...table, keys: known.keys } : table;
}

function holdsTheSame(known: RuntimeTable, table: RuntimeTable): boolean {
  if (known.kind === "KnownTable") return table.kind === "KnownTable" && table.keys === known.keys;
  return table.kind === "UnknownTable" && table.backend === known.backend;
}

function anonymousTable(name: string, argument: TableArgument, opening: Opening): RuntimeTable {
  const { anonymous } = opening.memory;
  return keep(anonymous, argument, name, opening, (known) => known ?? knownTable(name, keysWithin(argument)));
}

/** The tables without a name, in the order in which smtpd counts them. */
function anonymousArguments({ tableUses }: Model): readonly TableArgument[] {
  return tableUses.map(({ argument }) => argument).filter(({ kind }) => kind !== "TableReference");
}

function keysWithin(argument: TableArgument): readonly string[] {
  if (argument.kind === "InlineTable") return argument.entries.map(({ key }) => key.value);
  return argument.kind === "String" ? [argument.value] : [];
}

/** What a `table` statement makes. Where there is none, the configuration is one that smtpd refuses. */
function declaredTable(name: string, opening: Opening): RuntimeTable {
  const { model, memory } = opening;
  const line = model.symbols().get("table")?.get(name)?.definitions[0]?.line;
  if (line?.kind !== "TableDirective") return undeclaredTable(name, memory);
  const { entries } = line;
  return keep(memory.declared, line, name, opening, (known) => {
    if (entries === undefined) return tableOfConfig(name, line, opening);
    return known ?? knownTable(name, keysWithin(entries));
  });
}

function undeclaredTable(name: string, { undeclared }: TableMemory): RuntimeTable {
  const table = undeclared.get(name) ?? { kind: "UnknownTable", name, backend: "none" };
  undeclared.set(name, table);
  return table;
}

function tableOfConfig(
  name: string,
  { config }: TableDirective,
  { model: { target }, tableFiles }: Opening,
): RuntimeTable {
  const { backend, path } = parseTableConfig(config?.value ?? "");
  const isFile = backend === "static" || backend === "file";
  const keys = isFile && path !== undefined && tableFiles ? keysInFile(path, tableFiles, target) : undefined;
  return keys === undefined ? { kind: "UnknownTable", name, backend } : knownTable(name, keys);
}

/** The keys of a table file; undefined where it cannot be read, or smtpd refuses it. */
function keysInFile(path: string, tableFiles: TableFiles, target: Release): readonly string[] | undefined {
  const keys: string[] = [];
  let found = false;
  const { fault } = readTableLines(
    (visitLine) => (found = tableFiles.forEachLine(path, visitLine)),
    target,
    ({ key }) => {
      keys.push(key);
      return true;
    },
  );
  return found && fault === undefined ? keys : undefined;
}
