import type { Model } from "../model/model.ts";
import type { TableFiles } from "../model/table-files.ts";
import type { TableArgument, TableDirective } from "../parser/ast/nodes.ts";
import type { Span } from "../parser/source.ts";

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

/**
 * Calls `visit` with the entries of a table argument until it returns false: those of the argument itself, or of the
 * `table` statement that it refers to. Nothing is visited where the entries are not known.
 */
export function forEachEntry(
  argument: TableArgument,
  sources: EntrySources,
  visit: (entry: TableEntry) => boolean,
): void {
  if (argument.kind === "String") {
    visit({ key: argument.value, keySpan: argument, value: undefined, valueSpan: undefined, inline: true });
  } else if (argument.kind === "InlineTable") visitInline(argument, visit);
  else visitTable(tableNamed(argument.name.value, sources.model), visit);
}

function visitTable(table: TableDirective | undefined, visit: (entry: TableEntry) => boolean): void {
  if (table?.entries !== undefined) visitInline(table.entries, visit);
}

function visitInline({ entries }: NonNullable<TableDirective["entries"]>, visit: (entry: TableEntry) => boolean): void {
  entries.every(({ key, value }) =>
    visit({ key: key.value, keySpan: key, value: value?.value, valueSpan: value, inline: true }),
  );
}

/** The `table` statement of a name: the first, which is the one that smtpd knows. */
function tableNamed(name: string, model: Model): TableDirective | undefined {
  const line = model.symbols().get("table")?.get(name)?.definitions[0]?.line;
  return line?.kind === "TableDirective" ? line : undefined;
}
