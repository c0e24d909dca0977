import { isAtLeast, newestRelease, type Release } from "../language/releases.ts";
import type {
  ActionDirective,
  FilterList,
  Line,
  ListenDirective,
  MatchDirective,
  Option,
  PartialStatement,
  TableArgument,
} from "../parser/ast/nodes.ts";
import type { Configuration } from "../parser/configuration.ts";
import type { Word } from "../parser/lexer/token.ts";
import { isIpv4, isIpv6 } from "./ip-address.ts";
import type { Model } from "./model.ts";
import type { Definition, ModelSymbol, NameSpace, Reference } from "./symbols.ts";
import { builtinTables, kindOfInline, type TableInfo, type TableKindReader, type TableUse, tableOf } from "./tables.ts";

/** What the model can be told besides the text. */
export interface ModelOptions {
  readonly target?: Release | undefined;
  /** Finds out whether a table file is a list or a mapping. Where absent, that stays unknown. */
  readonly readTableKind?: TableKindReader | undefined;
}

/** What is collected on the way through the statements. */
interface Building {
  readonly target: Release;
  readonly readTableKind: TableKindReader;
  readonly defined: Readonly<Record<NameSpace, Map<string, Definition>>>;
  readonly definitions: Definition[];
  readonly open: { space: NameSpace; name: string; word: Word; line: Line; order: number; checked: boolean }[];
  readonly references: Reference[];
  readonly tables: Map<string, TableInfo>;
  /** The tables without a name, in order: smtpd calls them `<dynamic:0>`, `<dynamic:1>`… and finds them by that. */
  readonly anonymous: TableInfo[];
  readonly tableUses: TableUse[];
  readonly listeners: ListenDirective[];
  readonly actions: ActionDirective[];
  readonly rules: MatchDirective[];
  line: Line;
  order: number;
}

/** Gives the statements of a configuration their meaning, in the order in which smtpd reads them. */
export function buildModel(configuration: Configuration, options: ModelOptions = {}): Model {
  const building = beginBuilding(configuration, options);
  configuration.lines.forEach((line, order) => {
    building.line = line;
    building.order = order;
    if (line.kind === "BrokenStatement") visitBroken(building, line.partial);
    else visit(building, line as PartialStatement, false);
  });
  resolveLate(building);
  return finishModel(configuration, building);
}

function beginBuilding(configuration: Configuration, options: ModelOptions): Building {
  const space = () => new Map<string, Definition>();
  return {
    target: options.target ?? newestRelease,
    readTableKind: options.readTableKind ?? (() => undefined),
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
    line: configuration.lines[0] as Line,
    order: 0,
  };
}

function finishModel(configuration: Configuration, building: Building): Model {
  const { target, definitions, references, tableUses, tables, listeners, actions, rules } = building;
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

/** A broken statement defines what it names; of its options, those count that were read before the mistake. */
function visitBroken(building: Building, partial: PartialStatement | undefined): void {
  if (partial !== undefined) visit(building, partial, true);
}

function visit(building: Building, statement: PartialStatement, failed: boolean): void {
  switch (statement.kind) {
    case "TableDirective":
      define(building, "table", statement.name, failed);
      if (statement.name !== undefined) addTable(building, statement, failed);
      return;
    case "PkiDirective":
      return define(building, "pki", statement.name, failed, lowerCase);
    case "CaDirective":
      return define(building, "ca", statement.name, failed, lowerCase);
    case "WrapperDirective":
      return define(building, "wrapper", statement.name, failed);
    case "ProcDirective":
      return define(building, "proc", statement.name, failed);
    case "ProcFilterDirective":
      if (!failed) refer(building, "proc", statement.proc, true);
      return define(building, "filter", statement.name, failed);
    case "ProcExecFilterDirective":
      define(building, "filter", statement.name, failed);
      return define(building, "proc", statement.name, failed);
    case "PhaseFilterDirective":
      define(building, "filter", statement.name, failed);
      if (!failed && statement.condition !== undefined) visitTableOption(building, statement.condition);
      return;
    case "ChainFilterDirective":
      if (!failed) statement.filters?.names.forEach((name) => void refer(building, "filter", name, true));
      return define(building, "filter", statement.name, failed);
    case "ListenDirective":
      return visitListen(building, statement, failed);
    case "ActionDirective":
      return visitAction(building, statement, failed);
    case "MatchDirective":
      return visitMatch(building, statement, failed);
  }
}

function addTable(
  building: Building,
  statement: Extract<PartialStatement, { kind: "TableDirective" }>,
  failed: boolean,
): void {
  const name = (statement.name as Word).value;
  if (building.tables.has(name)) return;
  const { config, entries } = statement;
  const unknown: TableInfo = { kind: "unknown", backend: "static" };
  building.tables.set(name, failed ? unknown : tableOf({ config, entries }, building.readTableKind));
}

function visitListen(
  building: Building,
  statement: Extract<PartialStatement, { kind: "ListenDirective" }>,
  failed: boolean,
): void {
  const options = statement.options ?? [];
  const certified = options.some(({ name }) => name === "pki" || name === "ca");
  const checked = certified && listens(building, statement.interface);
  for (const option of options) visitListenOption(building, option, failed, checked);
  if (!failed) building.listeners.push(building.line as ListenDirective);
}

function visitListenOption(building: Building, option: Option, failed: boolean, checked: boolean): void {
  if (option.name === "tag") return define(building, "tag", option.argument as Word, failed);
  if (option.name === "pki") {
    const fold = isAtLeast(building.target, "7.3") ? undefined : lowerCase;
    return refer(building, "pki", option.argument as Word, checked, fold);
  }
  if (option.name === "ca") return refer(building, "ca", option.argument as Word, checked, lowerCase);
  if (option.name === "filter") return referToFilters(building, option.argument as Word | FilterList);
  visitTableOption(building, option);
}

/** An address of the family that the listener excludes makes no listener: smtpd looks up neither its pki nor its ca. */
function listens(building: Building, address: Word | undefined): boolean {
  const { line } = building;
  if (line.kind !== "ListenDirective" || address === undefined) return true;
  const has = (name: string) => line.options.some((option) => option.name === name);
  if (isIpv4(address.value)) return !has("inet6");
  return !(isIpv6(address.value) && has("inet4"));
}

function visitAction(
  building: Building,
  statement: Extract<PartialStatement, { kind: "ActionDirective" }>,
  failed: boolean,
): void {
  for (const option of statement.options ?? []) visitActionOption(building, option);
  if (!failed) building.actions.push(building.line as ActionDirective);
  define(building, "action", statement.name, failed);
}

function visitActionOption(building: Building, option: Option): void {
  if (option.name === "wrapper") return refer(building, "wrapper", option.argument as Word, true);
  if (option.name === "pki" || option.name === "ca") {
    return refer(building, option.name, option.argument as Word, false, lowerCase);
  }
  if (option.name === "filter") return referToFilters(building, option.argument as Word | FilterList);
  visitTableOption(building, option);
}

function visitMatch(
  building: Building,
  statement: Extract<PartialStatement, { kind: "MatchDirective" }>,
  failed: boolean,
): void {
  for (const condition of statement.conditions ?? []) visitCondition(building, condition);
  if (failed) return;
  refer(building, "action", statement.action, true);
  building.rules.push(building.line as MatchDirective);
}

function visitCondition(building: Building, condition: Option): void {
  visitTableOption(building, condition);
  if (condition.name !== "tag" || condition.regex !== undefined) return;
  for (const word of valuesOf(condition.argument as TableArgument)) refer(building, "tag", word, false);
}

/** The values that a table argument holds itself. */
function valuesOf(argument: TableArgument): readonly Word[] {
  if (argument.kind === "String") return [argument];
  return argument.kind === "InlineTable" ? argument.entries.map((entry) => entry.key) : [];
}

function visitTableOption(building: Building, option: Option): void {
  if (option.info.argument !== "table" || option.argument === undefined) return;
  const argument = option.argument as TableArgument;
  referToTable(building, argument);
  const table = tableAt(building, argument);
  const { line } = building;
  const { place } = option.info;
  building.tableUses.push({ place, argument, option, line, regex: option.regex !== undefined, table });
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

function referToTable(building: Building, argument: TableArgument): void {
  if (argument.kind === "TableReference") refer(building, "table", argument.name, true);
}

/** The filters of a listener or relay. 6.4 takes any name: its filters do nothing yet. */
function referToFilters(building: Building, argument: Word | FilterList): void {
  const checked = isAtLeast(building.target, "6.6.0");
  const names = argument.kind === "FilterList" ? argument.names : [argument];
  for (const name of names) refer(building, "filter", name, checked);
}

function lowerCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

function define(
  building: Building,
  space: NameSpace,
  word: Word | undefined,
  failed: boolean,
  fold?: (name: string) => string,
): void {
  if (word === undefined) return;
  const name = fold ? fold(word.value) : word.value;
  const definition: Definition = { space, name, word, line: building.line, order: building.order, failed };
  building.definitions.push(definition);
  const known = building.defined[space];
  if (!known.has(name)) known.set(name, definition);
}

function refer(
  building: Building,
  space: NameSpace,
  word: Word | undefined,
  checked: boolean,
  fold?: (name: string) => string,
): void {
  if (word === undefined) return;
  const { line, order } = building;
  const name = fold ? fold(word.value) : word.value;
  if (building.defined[space].has(name) || (space === "table" && isMadeBySmtpd(building, name))) {
    building.references.push({ space, name, word, line, order, state: "known" });
  } else building.open.push({ space, name, word, line, order, checked });
}

/** Decides about the names that were not defined further up, now that all definitions are known. */
function resolveLate(building: Building): void {
  for (const { checked, ...reference } of building.open) {
    const later = building.defined[reference.space].has(reference.name);
    const state = later ? (checked ? "later" : "known") : checked ? "undefined" : "unchecked";
    building.references.push({ ...reference, state });
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
