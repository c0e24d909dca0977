import type { MatchRule } from "../runtime/match-rule.ts";
import type { Ruleset } from "../runtime/ruleset.ts";
import { conditionOn } from "./condition-on.ts";
import { type Literal, literal } from "./literal.ts";

/** Top-level domains that nobody can register: a wildcard below them stands for a network of one's own. */
const privateSuffixes =
  /\.(?:lan|local|localdomain|internal|intranet|corp|home|private|test|invalid|example|home\.arpa)$/;

/**
 * Demands a recipient whose domain the configuration does not name as one of its own: none of those that rules list one by
 * one, or that a wildcard or an expression puts below a name of at least two labels.
 */
export function foreignRecipient(ruleset: Ruleset): readonly Literal[] {
  const known = foreignTo.get(ruleset);
  if (known !== undefined) return known;
  const own = ["localhost", ruleset.machine.hostname];
  const foreign = noneOf("domain", ruleset.rules.flatMap(domainEntries), own, ruleset);
  foreignTo.set(ruleset, foreign);
  return foreign;
}

/** Many questions about a ruleset want the same. */
const foreignTo = new WeakMap<Ruleset, readonly Literal[]>();

/** Demands a client whose name the rules do not list, nor put below a domain: one that a stranger can have for good. */
export function strangeName(ruleset: Ruleset): readonly Literal[] {
  const strange = strangeTo.get(ruleset) ?? noneOf("rdns", ruleset.rules.flatMap(nameEntries), [], ruleset);
  strangeTo.set(ruleset, strange);
  return strange;
}

const strangeTo = new WeakMap<Ruleset, readonly Literal[]>();

function noneOf(
  subject: "domain" | "rdns",
  entries: readonly DomainEntry[],
  own: readonly string[],
  ruleset: Ruleset,
): readonly Literal[] {
  const plain = entries.filter(({ regex }) => !regex).map(({ key }) => key);
  const regexes = entries.filter(({ regex }) => regex).map(({ key }) => key);
  const names = [...own, ...[...plain, ...regexes.map(literalText)].filter(isOwnName)];
  const patterns = regexes.filter(isOwnExpression);
  const listed = literal(conditionOn(subject, "domain", names, ruleset), false);
  if (patterns.length === 0) return [listed];
  return [listed, literal(conditionOn(subject, "regex", patterns, ruleset), false)];
}

interface DomainEntry {
  readonly key: string;
  readonly regex: boolean;
}

/** What the conditions of a rule name as the recipient's domain: to let it through, or to turn all others away. */
function domainEntries({ conditions }: MatchRule): readonly DomainEntry[] {
  return conditions.flatMap(({ subject, table, service }) => {
    if (table?.kind !== "KnownTable" || table.name.startsWith("<any")) return [];
    if (subject === "domain") return table.keys.map((key) => ({ key, regex: service === "regex" }));
    if (subject !== "recipient" || service === "regex") return [];
    return table.keys
      .filter((key) => key.includes("@"))
      .map((key) => ({ key: key.slice(key.lastIndexOf("@") + 1), regex: false }));
  });
}

/** The names in the reverse DNS that a rule lists, to let them through or to turn all others away. */
function nameEntries({ conditions }: MatchRule): readonly DomainEntry[] {
  return conditions.flatMap(({ subject, table, service }) => {
    if (subject !== "rdns" || table?.kind !== "KnownTable") return [];
    return table.keys.map((key) => ({ key, regex: service === "regex" }));
  });
}

/** A domain, or a wildcard below one that can be one's own. `*.org` is everybody's, and `*example.org` anybody's. */
function isOwnName(entry: string): boolean {
  if (entry === "") return false;
  if (!entry.includes("*")) return true;
  const suffix = /^\*(\.[^*]+)$/.exec(entry)?.[1];
  return suffix !== undefined && (suffix.indexOf(".", 1) > 0 || privateSuffixes.test(suffix));
}

/** An expression that ends in a name of at least two labels, with a dot, an `@` or the beginning before it. */
function isOwnExpression(pattern: string): boolean {
  return /(?:^\^|\\\.|[@)?*])(?:\\\.)?[a-z0-9-]+(?:\\\.[a-z0-9-]+)+\$$/.test(pattern);
}

/** What an expression says if its signs mean nothing. */
function literalText(pattern: string): string {
  return pattern.replace(/[\\^$]/g, "");
}
