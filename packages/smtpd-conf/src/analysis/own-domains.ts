import { splitMailAddress } from "../runtime/mail-address.ts";
import type { Condition } from "../runtime/match-rule.ts";
import type { Ruleset } from "../runtime/ruleset.ts";
import { distinctConditions } from "./condition-key.ts";
import { conditionOn } from "./condition-on.ts";
import { conditionOnNames } from "./condition-on-names.ts";
import { type Literal, literal } from "./literal.ts";
import { regexNames } from "./regex-names.ts";

/** Top-level domains that nobody can register: a wildcard below them stands for a network of one's own. */
const privateSuffixes =
  /\.(?:lan|local|localdomain|internal|intranet|corp|home|private|test|invalid|example|home\.arpa)$/;

/** Domains such as `co.uk`, below which everybody can have one. */
const registries = /^(?:ac|co|com|edu|gov|ne|net|or|org)\.[a-z]{2}$/;

/**
 * Demands a recipient whose domain the configuration does not name as one of its own: none of those that rules list one by
 * one, that a wildcard or an expression puts below a name of at least two labels, or that an expression spells out.
 */
export function foreignRecipient(ruleset: Ruleset): readonly Literal[] {
  const known = foreignTo.get(ruleset);
  if (known !== undefined) return known;
  const own = ["localhost", ruleset.machine.hostname];
  const foreign = noneOf("domain", distinctConditions(ruleset.rules).flatMap(domainEntries), own, ruleset);
  foreignTo.set(ruleset, foreign);
  return foreign;
}

/** Many questions about a ruleset want the same. */
const foreignTo = new WeakMap<Ruleset, readonly Literal[]>();

/** Demands a client whose name the rules do not list, nor put below a domain: one that a stranger can have for good. */
export function strangeName(ruleset: Ruleset): readonly Literal[] {
  const strange =
    strangeTo.get(ruleset) ?? noneOf("rdns", distinctConditions(ruleset.rules).flatMap(nameEntries), [], ruleset);
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
  const keysOf = (...kinds: DomainEntry["kind"][]) =>
    entries.filter(({ kind }) => kinds.includes(kind)).map(({ key }) => key);
  const tied = keysOf("domain-regex").filter(isOwnExpression);
  const loose = keysOf("domain-regex").filter((pattern) => !isOwnExpression(pattern));
  const names = [...own, ...keysOf("domain").filter(isOwnName)];
  const below = namesIn([...loose, ...keysOf("address-regex")]);
  const listed = literal(conditionOn(subject, "domain", names, ruleset), false);
  if (tied.length + below.length === 0) return [listed];
  return [listed, literal(conditionOnNames(subject, { patterns: tied, below }, ruleset), false)];
}

/** A domain, which can have wildcards, or an expression for domains or for addresses. */
interface DomainEntry {
  readonly key: string;
  readonly kind: "domain" | "domain-regex" | "address-regex";
}

/** What a condition names as the recipient's domain: to let it through, or to turn all others away. */
function domainEntries({ subject, table, service }: Condition): readonly DomainEntry[] {
  if (table?.kind !== "KnownTable" || table.name.startsWith("<any")) return [];
  if (subject === "domain") return table.keys.map((key) => domainEntry(key, service));
  return subject === "recipient" ? table.keys.flatMap((key) => addressEntry(key, service)) : [];
}

function domainEntry(key: string, service: Condition["service"]): DomainEntry {
  return { key, kind: service === "regex" ? "domain-regex" : "domain" };
}

function addressEntry(key: string, service: Condition["service"]): readonly DomainEntry[] {
  if (service === "regex") return [{ key, kind: "address-regex" }];
  return key.includes("@") ? [{ key: splitMailAddress(key).domain, kind: "domain" }] : [];
}

/** The names in the reverse DNS that a condition lists, to let them through or to turn all others away. */
function nameEntries({ subject, table, service }: Condition): readonly DomainEntry[] {
  if (subject !== "rdns" || table?.kind !== "KnownTable") return [];
  return table.keys.map((key) => domainEntry(key, service));
}

/** A domain, or a wildcard below one that can be one's own. `*.org` is everybody's, and `*example.org` anybody's. */
function isOwnName(entry: string): boolean {
  if (entry === "") return false;
  if (!entry.includes("*")) return true;
  const suffix = /^\*(\.[^*]+)$/.exec(entry)?.[1];
  if (suffix === undefined || registries.test(suffix.slice(1))) return false;
  return suffix.indexOf(".", 1) > 0 || privateSuffixes.test(suffix);
}

/** Expressions of which the domains are looked for that they spell out. */
const mostExpressions = 1000;

function namesIn(patterns: readonly string[]): readonly string[] {
  const names = patterns.slice(0, mostExpressions).flatMap(regexNames);
  return [...new Set(names)].filter((name) => !registries.test(name));
}

/** The name of at least two labels at the end of an expression, behind a dot or the beginning. */
const tiedName = /^(?:\^|[^|]*\\\.|\(\^\|\\\.\)|\^\([^|()]*\\\.\)[?*+]?)([a-z0-9-]+(?:\\\.[a-z0-9-]+)+)\$$/;

/** Whether an expression finds nothing but one domain that can be one's own, and what is below it. */
function isOwnExpression(pattern: string): boolean {
  const name = tiedName.exec(pattern)?.[1]?.replaceAll("\\", "");
  return name !== undefined && !registries.test(name);
}
