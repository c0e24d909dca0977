import type { Condition } from "../runtime/match-rule.ts";
import { parseRegularExpression } from "../runtime/regular-expression/regular-expression.ts";
import type { Ruleset } from "../runtime/ruleset.ts";
import type { KnownTable } from "../runtime/table.ts";
import { conditionOn } from "./condition-on.ts";
import { regexEnds } from "./regex-ends.ts";

/** Expressions, and names that stand for an expression each, which finds them and all that is below them. */
export interface NameExpressions {
  readonly patterns: readonly string[];
  readonly below: readonly string[];
}

/** What the expressions of a table were made of. */
const madeFrom = new WeakMap<readonly string[], ReadonlySet<string>>();

/** A condition of our own on expressions, in one, which is searched for once; those that do not go together stay apart. */
export function conditionOnNames(
  subject: "domain" | "rdns",
  { patterns, below }: NameExpressions,
  ruleset: Pick<Ruleset, "matcherFor" | "tables">,
): Condition {
  const all = ruleset.tables.share([...new Set([...patterns, ...below.map(belowPattern)])]);
  const condition = conditionOn(subject, "regex", inOne(all), ruleset);
  if (condition.table?.kind === "KnownTable") {
    madeFrom.set(condition.table.keys, new Set([...all, ...below.map((name) => `.${name}`)]));
  }
  return condition;
}

/** An expression for a domain and all that is below it. */
function belowPattern(name: string): string {
  return `(^|\\.)${name.replaceAll(".", "\\.")}$`;
}

/**
 * Whether a table of expressions that `conditionOnNames` made plainly finds all that an expression finds: that is one of
 * its own, or spells out an end that lies below one of its names.
 */
export function findsAllOf(pattern: string, { keys }: KnownTable): boolean {
  const made = madeFrom.get(keys);
  return made !== undefined && (made.has(pattern) || endsBelow(regexEnds(pattern).tail, made));
}

function endsBelow(tail: string, made: ReadonlySet<string>): boolean {
  for (let dot = tail.indexOf("."); dot >= 0; dot = tail.indexOf(".", dot + 1)) {
    if (made.has(tail.slice(dot))) return true;
  }
  return false;
}

function inOne(patterns: readonly string[]): readonly string[] {
  const known = joined.get(patterns) ?? joinedIfPlain(patterns);
  joined.set(patterns, known);
  return known;
}

const joined = new WeakMap<readonly string[], readonly string[]>();

function joinedIfPlain(patterns: readonly string[]): readonly string[] {
  const all = patterns.map((pattern) => `(${pattern})`).join("|");
  const plain = patterns.every((pattern) => !/^[*+?{|)]|\\$/.test(pattern));
  return plain && patterns.length > 1 && parseRegularExpression(all).kind === "RegularExpression" ? [all] : patterns;
}
