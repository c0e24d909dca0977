import { newestRelease, type Release } from "../language/releases.ts";
import type { ActionDirective, Line, ListenDirective, MatchDirective, TableArgument } from "../parser/ast/nodes.ts";
import type { Configuration } from "../parser/configuration.ts";
import type { Movable } from "../parser/update/move-line.ts";
import { type LinePart, partsOf } from "./line-parts.ts";
import type { Model } from "./model.ts";
import type { ModelMemory } from "./model-memory.ts";
import type { Definition, ModelSymbol, NameSpace, Reference } from "./symbols.ts";
import { builtinTables, kindOfInline, type TableInfo, type TableKindReader, type TableUse, tableOf } from "./tables.ts";

/** What the model can be told besides the text. */
export interface ModelOptions {
  readonly target?: Release | undefined;
  /** Finds out whether a table file is a list or a mapping. Where absent, that stays unknown. */
  readonly readTableKind?: TableKindReader | undefined;
  /** What is kept of the last version of the configuration; the model of that is used up then. */
  readonly memory?: ModelMemory | undefined;
}

/** What is collected on the way through the statements. */
interface Building {
  readonly readTableKind: TableKindReader;
  readonly defined: Readonly<Record<NameSpace, Set<string>>>;
  readonly definitions: Definition[];
  readonly open: OpenReference[];
  readonly references: Reference[];
  readonly tables: Map<string, TableInfo>;
  /** The tables without a name, in order: smtpd calls them `<dynamic:0>`, `<dynamic:1>`… and finds them by that. */
  readonly anonymous: TableInfo[];
  readonly tableUses: TableUse[];
  readonly listeners: ListenDirective[];
  readonly actions: ActionDirective[];
  readonly rules: MatchDirective[];
}

type OpenReference = Extract<LinePart, { readonly kind: "Reference" }>;

/** Gives the statements of a configuration their meaning, in the order in which smtpd reads them. */
export function buildModel(configuration: Configuration, options: ModelOptions = {}): Model {
  const { target = newestRelease, memory } = options;
  const building = beginBuilding(options);
  const { lines } = configuration;
  const parts = memory?.partsOf(lines, target) ?? lines.map((line) => partsOf(line, target));
  lines.forEach((line, order) => {
    for (const part of parts[order] as readonly LinePart[]) takeIn(building, part, order);
    countIn(building, line);
  });
  resolveLate(building);
  return finishModel(configuration, target, building);
}

function beginBuilding({ readTableKind = () => undefined }: ModelOptions): Building {
  const space = () => new Set<string>();
  return {
    readTableKind,
    defined: {
      table: space(),
      action: space(),
      filter: space(),
      proc: space(),
      wrapper: space(),
      pki: space(),
      ca: space(),
      tag: space(),
    },
    definitions: [],
    open: [],
    references: [],
    tables: new Map(builtinTables),
    anonymous: [],
    tableUses: [],
    listeners: [],
    actions: [],
    rules: [],
  };
}

function finishModel(configuration: Configuration, target: Release, building: Building): Model {
  const { definitions, references, tableUses, tables, listeners, actions, rules } = building;
  let symbols: ReturnType<Model["symbols"]> | undefined;
  return {
    configuration,
    target,
    definitions,
    references,
    tableUses,
    tables,
    listeners,
    actions,
    rules,
    symbols: () => {
      symbols ??= collectSymbols(definitions, references);
      return symbols;
    },
  };
}

function countIn({ listeners, actions, rules }: Building, line: Line): void {
  if (line.kind === "ListenDirective") listeners.push(line);
  else if (line.kind === "ActionDirective") actions.push(line);
  else if (line.kind === "MatchDirective") rules.push(line);
}

function takeIn(building: Building, part: LinePart, order: number): void {
  switch (part.kind) {
    case "Definition":
      return define(building, part.definition, order);
    case "Reference":
      return refer(building, part, order);
    case "TableUse":
      return useTable(building, part);
    case "Table":
      return makeTable(building, part);
  }
}

/** What was built from another version is the same object now, with what has changed about it. */
function define({ definitions, defined }: Building, definition: Movable<Definition>, order: number): void {
  definition.order = order;
  definitions.push(definition);
  defined[definition.space].add(definition.name);
}

function refer(building: Building, part: OpenReference, order: number): void {
  const { space, name } = part.reference;
  (part.reference as Movable<Reference>).order = order;
  const isKnown = building.defined[space].has(name) || (space === "table" && isMadeBySmtpd(building, name));
  if (isKnown) settle(building, part, "known");
  else building.open.push(part);
}

function settle({ references }: Building, part: OpenReference, state: Reference["state"]): void {
  if (part.reference.state !== state) part.reference = { ...part.reference, state };
  references.push(part.reference);
}

function makeTable({ tables, readTableKind }: Building, { name, made }: Extract<LinePart, { kind: "Table" }>): void {
  if (!tables.has(name)) tables.set(name, made === undefined ? unknownTable : tableOf(made, readTableKind));
}

const unknownTable: TableInfo = { kind: "unknown", backend: "static" };

function useTable(building: Building, part: Extract<LinePart, { kind: "TableUse" }>): void {
  const table = tableAt(building, part.use.argument);
  if (part.use.table !== table) part.use = { ...part.use, table };
  building.tableUses.push(part.use);
}

function tableAt(building: Building, argument: TableArgument): TableInfo | undefined {
  if (argument.kind === "TableReference") {
    return building.tables.get(argument.name.value) ?? anonymousTable(building, argument.name.value);
  }
  const kind = argument.kind === "String" ? "list" : kindOfInline(argument);
  const table: TableInfo = kind === "list" ? inlineList : inlineMapping;
  building.anonymous.push(table);
  return table;
}

const inlineList: TableInfo = { kind: "list", backend: "static" };
const inlineMapping: TableInfo = { kind: "mapping", backend: "static" };

function anonymousTable(building: Building, name: string): TableInfo | undefined {
  const number = /^<dynamic:(0|[1-9]\d*)>$/.exec(name)?.[1];
  return number === undefined ? undefined : building.anonymous[Number(number)];
}

/** The tables that smtpd has from the start, and those that it made for the values and lists read so far. */
function isMadeBySmtpd(building: Building, name: string): boolean {
  return builtinTables.has(name) || anonymousTable(building, name) !== undefined;
}

/** Decides about the names that were not defined further up, now that all definitions are known. */
function resolveLate(building: Building): void {
  for (const part of building.open) {
    const { checked, reference } = part;
    const isLater = building.defined[reference.space].has(reference.name);
    settle(building, part, isLater ? (checked ? "later" : "known") : checked ? "undefined" : "unchecked");
  }
}

function collectSymbols(
  definitions: readonly Definition[],
  references: readonly Reference[],
): ReadonlyMap<NameSpace, ReadonlyMap<string, ModelSymbol>> {
  type Growing = ModelSymbol & { readonly definitions: Definition[]; readonly references: Reference[] };
  const spaces = new Map<NameSpace, Map<string, Growing>>();
  const symbolOf = (space: NameSpace, name: string): Growing => {
    const names = spaces.get(space) ?? new Map<string, Growing>();
    spaces.set(space, names);
    const symbol = names.get(name) ?? { space, name, definitions: [], references: [] };
    names.set(name, symbol);
    return symbol;
  };
  for (const definition of definitions) symbolOf(definition.space, definition.name).definitions.push(definition);
  for (const reference of references) symbolOf(reference.space, reference.name).references.push(reference);
  return spaces;
}
