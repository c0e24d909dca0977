import type { LookupService } from "../language/lookup-services.ts";

/** A table when the daemon runs. */
export type RuntimeTable = KnownTable | UnknownTable;

/** A table whose entries are in the configuration or in a file that was read. */
export interface KnownTable {
  readonly kind: "KnownTable";
  /** As a reference would name it: `domains`, `<localhost>`, `<dynamic:2>`. */
  readonly name: string;
  /** The entries of a list, the keys of a mapping: lower-case, each once. */
  readonly keys: readonly string[];
}

/** A table that somebody else answers for, or whose file was not read. */
export interface UnknownTable {
  readonly kind: "UnknownTable";
  readonly name: string;
  readonly backend: string;
}

/** What tells tables apart for those who ask them: tables with the same entries can share the list of them. */
export function contentOf(table: RuntimeTable): object {
  return table.kind === "KnownTable" ? table.keys : table;
}

/** The services by which conditions ask tables. */
export type MatchService = Extract<LookupService, "string" | "domain" | "netaddr" | "mailaddr" | "regex">;

/** What a table says of a key. `error` stops the search for a rule; `unknown` is what we cannot tell. */
export type TableAnswer = "match" | "no-match" | "error" | "unknown";

/** Bytes from which a key is too long to be looked up, and an entry to be kept (`table_match()`, `table_lookup()`). */
export const longestKey = 1024;
