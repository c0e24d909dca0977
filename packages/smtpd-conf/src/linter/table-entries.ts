import type { Release } from "../language/releases.ts";
import type { Model } from "../model/model.ts";
import { type FileEntry, readTableLines } from "../model/table-file.ts";
import type { FileLine, TableFiles } from "../model/table-files.ts";
import { parseTableConfig } from "../model/tables.ts";
import type { TableArgument, TableDirective } from "../parser/ast/nodes.ts";
import type { Word } from "../parser/lexer/token.ts";
import type { Source, Span } from "../parser/source.ts";
import type { CheckContext } from "./check.ts";
import type { TableAtUse } from "./table-at-use.ts";

/** One entry of a table as it was written, in the configuration or in a file. */
export interface TableEntry {
  readonly key: string;
  /** Where the key stands, with its quotes where it has some. */
  readonly keySpan: Span;
  /** Undefined in a list. */
  readonly value: string | undefined;
  readonly valueSpan: Span | undefined;
  /** Whether it stands in the configuration, where quotes and macros are; else in a file of its own. */
  readonly inline: boolean;
}

/** Where the entries of tables come from. */
export interface EntrySources {
  readonly model: Model;
  readonly tableFiles: TableFiles | undefined;
}

type Visit = (entry: TableEntry) => boolean;

/**
 * Calls `visit` with the entries of a table argument until it returns false: those of the argument itself, of the `table`
 * statement that it refers to, or of the file that this one names. Where the entries are not known (a database, a program,
 * a file that cannot be read) nothing is visited, and the result is false. Of a file that smtpd refuses, the entries above
 * the fault are visited, and the result is false too.
 */
export function forEachEntry(argument: TableArgument, sources: EntrySources, visit: Visit): boolean {
  const inline = inlineEntries(argument, sources.model);
  if (inline !== undefined) return visitInline(inline, visit);
  const table = argument.kind === "TableReference" ? tableNamed(argument.name.value, sources.model) : undefined;
  return table?.config !== undefined && visitFile(table.config, sources.model.target, sources.tableFiles, visit);
}

/** The same for a `table` statement. */
export function forEachEntryOf(
  { config, entries }: TableDirective,
  context: Pick<CheckContext, "target" | "analysis">,
  visit: Visit,
): boolean {
  if (entries !== undefined) return visitInline(entriesOf(entries), visit);
  if (config === undefined || entriesPath(config) === undefined) return false;
  return visitFile(config, context.target, context.analysis.tableFiles, visit);
}

/**
 * The same for a use of a table, without a look at the rest of the configuration: only where the entries stand in a file is
 * that asked.
 */
export function forEachEntryAt(
  argument: TableArgument,
  { statement }: TableAtUse,
  context: Pick<CheckContext, "target" | "analysis">,
  visit: Visit,
): boolean {
  const inline = inlineEntriesAt(argument, statement);
  if (inline !== undefined) return visitInline(inline, visit);
  const config = statement?.config;
  if (config === undefined || entriesPath(config) === undefined) return false;
  return visitFile(config, context.target, context.analysis.tableFiles, visit);
}

/** The entries of a table argument that stand in the configuration, in its own `table` statement or in that of its name. */
export function inlineEntriesAt(
  argument: TableArgument,
  statement: TableDirective | undefined,
): readonly TableEntry[] | undefined {
  if (argument.kind !== "TableReference") return entriesOf(argument);
  return statement?.entries && entriesOf(statement.entries);
}

/** The entries of a table argument that stand in the configuration; undefined where they come from elsewhere. */
export function inlineEntries(argument: TableArgument, model: Model): readonly TableEntry[] | undefined {
  return inlineEntriesAt(
    argument,
    argument.kind === "TableReference" ? tableNamed(argument.name.value, model) : undefined,
  );
}

/** The path of the text file that a `table` statement names; undefined where the entries come from elsewhere. */
export function entriesPath(config: Word): string | undefined {
  const { backend, path } = parseTableConfig(config.value);
  return (backend === "static" || backend === "file") && path?.startsWith("/") ? path : undefined;
}

function visitFile(config: Word, target: Release, tableFiles: TableFiles | undefined, visit: Visit): boolean {
  const path = entriesPath(config);
  if (path === undefined || tableFiles === undefined) return false;
  let found = false;
  const { fault } = readTableLines(
    (visitLine) => (found = tableFiles.forEachLine(path, visitLine)),
    target,
    (entry, line) => visit(entryOf(entry, line, path, config)),
  );
  return found && fault === undefined;
}

/** An entry of a file. Its spans lie in a text of that line alone. */
function entryOf({ key, keyStart, value, valueStart }: FileEntry, line: FileLine, path: string, config: Word) {
  const { text, number, offset, encoding = "utf8" } = line;
  const part = { line: number, offset };
  const source: Source = { kind: "file", path, text, encoding, includedBy: config, part };
  const keySpan = { source, start: keyStart, end: keyStart + key.length };
  const valueSpan = value === undefined ? undefined : { source, start: valueStart, end: valueStart + value.length };
  return { key, keySpan, value, valueSpan, inline: false };
}

function visitInline(entries: readonly TableEntry[], visit: Visit): true {
  entries.every(visit);
  return true;
}

type Inline = Exclude<TableArgument, { readonly kind: "TableReference" }>;

const inlineByArgument = new WeakMap<Inline, readonly TableEntry[]>();

/** The entries of a list, or a value as the only entry: many rules ask for the same ones. */
function entriesOf(argument: Inline): readonly TableEntry[] {
  const words = argument.kind === "InlineTable" ? argument.entries : [{ key: argument, value: undefined }];
  const entries = inlineByArgument.get(argument) ?? words.map(({ key, value }) => entryWritten(key, value));
  inlineByArgument.set(argument, entries);
  return entries;
}

function entryWritten(key: Word, value: Word | undefined): TableEntry {
  return { key: key.value, keySpan: key, value: value?.value, valueSpan: value, inline: true };
}

/** The `table` statement of a name: the first, which is the one that smtpd knows. */
export function tableNamed(name: string, model: Model): TableDirective | undefined {
  const line = model.symbols().get("table")?.get(name)?.definitions[0]?.line;
  return line?.kind === "TableDirective" ? line : undefined;
}
