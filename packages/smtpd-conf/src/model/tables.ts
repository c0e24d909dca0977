import type { TableKind, TablePlace } from "../language/table-places.ts";
import type { InlineTable, Line, Option, TableArgument, TableDirective } from "../parser/ast/nodes.ts";

/** What is known of a table when it is used. */
export interface TableInfo {
  readonly kind: TableKind;
  /** `static` for inline tables and files; the word before the colon for others. */
  readonly backend: string;
}

/** A table argument with the place that it stands in. */
export interface TableUse {
  /** Undefined where smtpd checks nothing: listener `auth` and the conditions of filters. */
  readonly place: TablePlace | undefined;
  readonly argument: TableArgument;
  readonly option: Option;
  readonly line: Line;
  readonly regex: boolean;
  /** Undefined where the name is not defined. */
  readonly table: TableInfo | undefined;
}

/** Where the entries of a `table` statement come from. */
export interface TableConfig {
  readonly backend: string;
  /** Undefined where the word has no colon and is no path. */
  readonly path: string | undefined;
}

/** Splits the second word of a `table` statement as smtpd does: a path, `BACKEND:PATH`, or a backend alone. */
export function parseTableConfig(config: string): TableConfig {
  if (config.startsWith("/")) return { backend: "static", path: config };
  const colon = config.indexOf(":");
  if (colon < 0) return { backend: config, path: undefined };
  return { backend: config.slice(0, colon), path: config.slice(colon + 1) };
}

/** The kind of an inline table: its first entry decides. */
export function kindOfInline(table: InlineTable): TableKind {
  return table.entries[0]?.value === undefined ? "list" : "mapping";
}

/** How the kind of a table file is found out; undefined where the file is not to be read. */
export type TableKindReader = (path: string) => TableKind | undefined;

/** What a `table` statement makes. A file that is not read may be a list or a mapping. */
export function tableOf(statement: Pick<TableDirective, "config" | "entries">, readKind: TableKindReader): TableInfo {
  if (statement.entries !== undefined) return { kind: kindOfInline(statement.entries), backend: "static" };
  if (statement.config === undefined) return { kind: "unknown", backend: "static" };
  const { backend, path } = parseTableConfig(statement.config.value);
  if (backend !== "static" && backend !== "file") return { kind: "dynamic", backend };
  if (path === undefined) return { kind: "none", backend };
  return { kind: readKind(path) ?? "unknown", backend };
}

/** The tables that smtpd makes by itself. They can be named in quotes: `<"<localhost>">`. */
export const builtinTables: ReadonlyMap<string, TableInfo> = new Map<string, TableInfo>([
  ["<localhost>", { kind: "list", backend: "static" }],
  ["<anyhost>", { kind: "list", backend: "static" }],
  ["<localnames>", { kind: "list", backend: "static" }],
  ["<anydestination>", { kind: "list", backend: "static" }],
  ["<getpwnam>", { kind: "dynamic", backend: "getpwnam" }],
]);
