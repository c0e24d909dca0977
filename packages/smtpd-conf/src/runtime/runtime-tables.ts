import type { Release } from "../language/releases.ts";
import type { Model } from "../model/model.ts";
import { readTableLines } from "../model/table-file.ts";
import type { TableFiles } from "../model/table-files.ts";
import { parseTableConfig } from "../model/tables.ts";
import type { TableArgument, TableDirective } from "../parser/ast/nodes.ts";
import { builtinRuntimeTables, knownTable } from "./builtin-tables.ts";
import type { MachineFacts } from "./machine-facts.ts";
import type { RuntimeTable } from "./table.ts";

/** The tables of a configuration as the daemon has them. Each is made when it is first asked for. */
export interface Tables {
  /** The table of an argument: the one that it refers to, or the one that it is. */
  readonly of: (argument: TableArgument) => RuntimeTable;
  readonly named: (name: string) => RuntimeTable;
}

export function openTables(model: Model, machine: MachineFacts, tableFiles: TableFiles | undefined): Tables {
  const known = new Map<string, RuntimeTable>(builtinRuntimeTables(machine, model.target));
  const anonymous = new Map(anonymousArguments(model).map((argument, index) => [argument, `<dynamic:${index}>`]));
  const byName = new Map([...anonymous].map(([argument, name]) => [name, argument]));
  const make = (name: string): RuntimeTable => {
    const argument = byName.get(name);
    if (argument !== undefined) return knownTable(name, keysWithin(argument));
    return declaredTable(name, model, tableFiles);
  };
  const share = shareKeys();
  const named = (name: string): RuntimeTable => {
    const table = known.get(name) ?? share(make(name));
    known.set(name, table);
    return table;
  };
  return {
    named,
    of: (argument) => named(argument.kind === "TableReference" ? argument.name.value : (anonymous.get(argument) ?? "")),
  };
}

/** Up to how many entries tables are compared. */
const mostShared = 64;

/** Lets tables with the same entries have one list of them. */
function shareKeys(): (table: RuntimeTable) => RuntimeTable {
  const lists = new Map<string, readonly string[]>();
  return (table) => {
    if (table.kind === "UnknownTable" || table.keys.length > mostShared) return table;
    const text = JSON.stringify(table.keys.toSorted());
    const keys = lists.get(text) ?? table.keys;
    lists.set(text, keys);
    return { ...table, keys };
  };
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
function declaredTable(name: string, model: Model, tableFiles: TableFiles | undefined): RuntimeTable {
  const line = model.symbols().get("table")?.get(name)?.definitions[0]?.line;
  if (line?.kind !== "TableDirective") return { kind: "UnknownTable", name, backend: "none" };
  if (line.entries !== undefined) return knownTable(name, keysWithin(line.entries));
  return tableOfConfig(name, line, model, tableFiles);
}

function tableOfConfig(
  name: string,
  { config }: TableDirective,
  { target }: Model,
  tableFiles: TableFiles | undefined,
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
