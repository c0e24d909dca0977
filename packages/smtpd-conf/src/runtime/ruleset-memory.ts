import type { MatchDirective, TableArgument, TableDirective } from "../parser/ast/nodes.ts";
import type { MatchRule } from "./match-rule.ts";
import type { KnownTable, RuntimeTable } from "./table.ts";
import type { MatcherSource } from "./table-matcher.ts";

/**
 * What the ruleset of one version of a file leaves to that of the next: rules and tables whose statements are the same
 * objects, and mean the same, stay the same objects. Only the numbers of rules change, and the names of tables without one.
 */
export interface RulesetMemory {
  readonly tables: TableMemory;
  readonly rules: WeakMap<MatchDirective, KeptRule>;
  /** By the character that begins the tag of a sub-address. */
  readonly matchers: Map<string, MatcherSource>;
}

/** A rule with the tables that its conditions ask, and how they ask them. */
export interface KeptRule {
  readonly rule: MatchRule;
  readonly tables: readonly RuntimeTable[];
  readonly matcherFor: MatcherSource;
}

/** The tables of the last version, and the lists of entries that they share, by what they hold. */
export interface TableMemory {
  readonly anonymous: WeakMap<TableArgument, RuntimeTable>;
  readonly declared: WeakMap<TableDirective, RuntimeTable>;
  readonly undeclared: Map<string, RuntimeTable>;
  builtin: ReadonlyMap<string, KnownTable> | undefined;
  lists: ReadonlyMap<string, readonly string[]>;
}

/** A memory for one release, machine and character before tags. */
export function openRulesetMemory(): RulesetMemory {
  const tables: TableMemory = {
    anonymous: new WeakMap(),
    declared: new WeakMap(),
    undeclared: new Map(),
    builtin: undefined,
    lists: new Map(),
  };
  return { tables, rules: new WeakMap(), matchers: new Map() };
}
