import { isAtLeast, type Release } from "../language/releases.ts";
import type { FilterList, Line, Option, PartialStatement, TableArgument, TableDirective } from "../parser/ast/nodes.ts";
import type { Word } from "../parser/lexer/token.ts";
import { isIpv4, isIpv6 } from "./ip-address.ts";
import type { Definition, NameSpace, Reference } from "./symbols.ts";
import type { TableUse } from "./tables.ts";

/** What a statement says by itself, in the order in which smtpd takes it in. What it means depends on those around it. */
export type LinePart =
  | { readonly kind: "Definition"; readonly definition: Definition }
  /** `checked`: smtpd looks whether the name is defined. */
  | { readonly kind: "Reference"; reference: Reference; readonly checked: boolean }
  | { readonly kind: "TableUse"; use: TableUse }
  /** The table that a `table` statement makes; without what makes it where the statement has a mistake. */
  | {
      readonly kind: "Table";
      readonly name: string;
      readonly made: Pick<TableDirective, "config" | "entries"> | undefined;
    };

/** What is collected on the way through a statement. */
interface Visit {
  readonly target: Release;
  readonly line: Line;
  readonly parts: LinePart[];
}

/** Takes a statement apart. What is only known with the others has yet to be filled in: order, state, table. */
export function partsOf(line: Line, target: Release): readonly LinePart[] {
  const parts: LinePart[] = [];
  const visited = { target, line, parts };
  if (line.kind === "BrokenStatement") visitBroken(visited, line.partial);
  else visit(visited, line as PartialStatement, false);
  return parts;
}

/** A broken statement defines what it names; of its options, those count that were read before the mistake. */
function visitBroken(visited: Visit, partial: PartialStatement | undefined): void {
  if (partial !== undefined) visit(visited, partial, true);
}

function visit(visited: Visit, statement: PartialStatement, failed: boolean): void {
  switch (statement.kind) {
    case "TableDirective":
      define(visited, "table", statement.name, failed);
      if (statement.name !== undefined) addTable(visited, statement, failed);
      return;
    case "PkiDirective":
      return define(visited, "pki", statement.name, failed, lowerCase);
    case "CaDirective":
      return define(visited, "ca", statement.name, failed, lowerCase);
    case "WrapperDirective":
      return define(visited, "wrapper", statement.name, failed);
    case "ProcDirective":
      return define(visited, "proc", statement.name, failed);
    case "ProcFilterDirective":
      if (!failed) refer(visited, "proc", statement.proc, true);
      return define(visited, "filter", statement.name, failed);
    case "ProcExecFilterDirective":
      define(visited, "filter", statement.name, failed);
      return define(visited, "proc", statement.name, failed);
    case "PhaseFilterDirective":
      define(visited, "filter", statement.name, failed);
      if (!failed && statement.condition !== undefined) visitTableOption(visited, statement.condition);
      return;
    case "ChainFilterDirective":
      if (!failed) statement.filters?.names.forEach((name) => void refer(visited, "filter", name, true));
      return define(visited, "filter", statement.name, failed);
    case "ListenDirective":
      return visitListen(visited, statement, failed);
    case "ActionDirective":
      return visitAction(visited, statement, failed);
    case "MatchDirective":
      return visitMatch(visited, statement, failed);
  }
}

function addTable(
  { parts }: Visit,
  { name, config, entries }: Extract<PartialStatement, { kind: "TableDirective" }>,
  failed: boolean,
): void {
  parts.push({ kind: "Table", name: (name as Word).value, made: failed ? undefined : { config, entries } });
}

function visitListen(
  visited: Visit,
  statement: Extract<PartialStatement, { kind: "ListenDirective" }>,
  failed: boolean,
): void {
  const options = statement.options ?? [];
  const certified = options.some(({ name }) => name === "pki" || name === "ca");
  const checked = certified && listens(visited, statement.interface);
  for (const option of options) visitListenOption(visited, option, failed, checked);
}

function visitListenOption(visited: Visit, option: Option, failed: boolean, checked: boolean): void {
  if (option.name === "tag") return define(visited, "tag", option.argument as Word, failed);
  if (option.name === "pki") {
    const fold = isAtLeast(visited.target, "7.3") ? undefined : lowerCase;
    return refer(visited, "pki", option.argument as Word, checked, fold);
  }
  if (option.name === "ca") return refer(visited, "ca", option.argument as Word, checked, lowerCase);
  if (option.name === "filter") return referToFilters(visited, option.argument as Word | FilterList);
  visitTableOption(visited, option);
}

/** An address of the family that the listener excludes makes no listener: smtpd looks up neither its pki nor its ca. */
function listens(visited: Visit, address: Word | undefined): boolean {
  const { line } = visited;
  if (line.kind !== "ListenDirective" || address === undefined) return true;
  const has = (name: string) => line.options.some((option) => option.name === name);
  if (isIpv4(address.value)) return !has("inet6");
  return !(isIpv6(address.value) && has("inet4"));
}

function visitAction(
  visited: Visit,
  statement: Extract<PartialStatement, { kind: "ActionDirective" }>,
  failed: boolean,
): void {
  for (const option of statement.options ?? []) visitActionOption(visited, option);
  define(visited, "action", statement.name, failed);
}

function visitActionOption(visited: Visit, option: Option): void {
  if (option.name === "wrapper") return refer(visited, "wrapper", option.argument as Word, true);
  if (option.name === "pki" || option.name === "ca") {
    return refer(visited, option.name, option.argument as Word, false, lowerCase);
  }
  if (option.name === "filter") return referToFilters(visited, option.argument as Word | FilterList);
  visitTableOption(visited, option);
}

function visitMatch(
  visited: Visit,
  statement: Extract<PartialStatement, { kind: "MatchDirective" }>,
  failed: boolean,
): void {
  for (const condition of statement.conditions ?? []) visitCondition(visited, condition);
  if (!failed) refer(visited, "action", statement.action, true);
}

function visitCondition(visited: Visit, condition: Option): void {
  visitTableOption(visited, condition);
  if (condition.name !== "tag" || condition.regex !== undefined) return;
  for (const word of valuesOf(condition.argument as TableArgument)) refer(visited, "tag", word, false);
}

/** The values that a table argument holds itself. */
function valuesOf(argument: TableArgument): readonly Word[] {
  if (argument.kind === "String") return [argument];
  return argument.kind === "InlineTable" ? argument.entries.map((entry) => entry.key) : [];
}

function visitTableOption(visited: Visit, option: Option): void {
  if (option.info.argument !== "table" || option.argument === undefined) return;
  const argument = option.argument as TableArgument;
  if (argument.kind === "TableReference") refer(visited, "table", argument.name, true);
  const { line, parts } = visited;
  const { place } = option.info;
  const use: TableUse = { place, argument, option, line, regex: option.regex !== undefined, table: undefined };
  parts.push({ kind: "TableUse", use });
}

/** The filters of a listener or relay. 6.4 takes any name: its filters do nothing yet. */
function referToFilters(visited: Visit, argument: Word | FilterList): void {
  const checked = isAtLeast(visited.target, "6.6.0");
  const names = argument.kind === "FilterList" ? argument.names : [argument];
  for (const name of names) refer(visited, "filter", name, checked);
}

function lowerCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

function define(
  { line, parts }: Visit,
  space: NameSpace,
  word: Word | undefined,
  failed: boolean,
  fold?: (name: string) => string,
): void {
  if (word === undefined) return;
  const name = fold ? fold(word.value) : word.value;
  parts.push({ kind: "Definition", definition: { space, name, word, line, order: 0, failed } });
}

function refer(
  { line, parts }: Visit,
  space: NameSpace,
  word: Word | undefined,
  checked: boolean,
  fold?: (name: string) => string,
): void {
  if (word === undefined) return;
  const name = fold ? fold(word.value) : word.value;
  parts.push({ kind: "Reference", reference: { space, name, word, line, order: 0, state: "unchecked" }, checked });
}
