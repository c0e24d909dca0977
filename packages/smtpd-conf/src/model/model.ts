import type { Release } from "../language/releases.ts";
import type { ActionDirective, ListenDirective, MatchDirective } from "../parser/ast/nodes.ts";
import type { Configuration } from "../parser/configuration.ts";
import type { Definition, ModelSymbol, NameSpace, Reference } from "./symbols.ts";
import type { TableInfo, TableUse } from "./tables.ts";

/** The meaning of a configuration: what each name stands for, and where it is used. */
export interface Model {
  readonly configuration: Configuration;
  readonly target: Release;
  readonly definitions: readonly Definition[];
  readonly references: readonly Reference[];
  readonly tableUses: readonly TableUse[];
  /** The tables by name, the ones that smtpd makes by itself included. */
  readonly tables: ReadonlyMap<string, TableInfo>;
  readonly listeners: readonly ListenDirective[];
  readonly actions: readonly ActionDirective[];
  /** The rules in the order in which they are tried. */
  readonly rules: readonly MatchDirective[];
  /** Every name with its definitions and references. Made when it is first asked for. */
  readonly symbols: () => ReadonlyMap<NameSpace, ReadonlyMap<string, ModelSymbol>>;
}
