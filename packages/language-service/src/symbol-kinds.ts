import { SymbolKind } from "vscode-languageserver-types";
import type { NameKind } from "./symbol-index.ts";

/** The protocol has kinds for programming languages: the nearest ones, as the outline of a document has them. */
export const symbolKinds: Readonly<Record<NameKind, SymbolKind>> = {
  action: SymbolKind.Function,
  ca: SymbolKind.Namespace,
  filter: SymbolKind.Class,
  macro: SymbolKind.Constant,
  pki: SymbolKind.Namespace,
  proc: SymbolKind.Struct,
  table: SymbolKind.Array,
  tag: SymbolKind.EnumMember,
  wrapper: SymbolKind.Method,
};

/** What the manual calls a kind of name. */
export const kindNames: Readonly<Record<NameKind, string>> = {
  action: "action",
  ca: "ca",
  filter: "filter",
  macro: "macro",
  pki: "pki",
  proc: "proc",
  table: "table",
  tag: "tag",
  wrapper: "mda wrapper",
};
