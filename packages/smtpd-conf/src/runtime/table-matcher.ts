import { foldCase, matchesFolded } from "./domain-pattern.ts";
import { type MailAddress, matchesSplit, splitMailAddress, withoutTag } from "./mail-address.ts";
import { contains, type Network, parseNetwork } from "./network.ts";
import {
  matchesRegularExpression,
  parseRegularExpression,
  type RegularExpression,
} from "./regular-expression/regular-expression.ts";
import { longestKey, type MatchService, type RuntimeTable, type TableAnswer } from "./table.ts";

/** Answers whether a table has an entry for a key, which can be in upper or lower case. */
export type TableMatcher = (key: string) => TableAnswer;

/** Prepares tables for a service, each once. */
export type MatcherSource = (table: RuntimeTable, service: MatchService) => TableMatcher;

/** How a table of mail addresses finds sub-addresses: the one character of `smtp sub-addr-delim`. */
export interface MatcherSettings {
  readonly delimiter: string;
}

/** Prepares a table for the keys of a service (`table_match()` in table.c, `table_static_lookup()`). */
export function tableMatcher(table: RuntimeTable, service: MatchService, settings: MatcherSettings): TableMatcher {
  if (table.kind === "UnknownTable") return () => "unknown";
  const find = finders[service](table.keys, settings);
  return (key) => (key.length >= longestKey ? "error" : find(foldCase(key)));
}

type Finder = (key: string) => TableAnswer;

const finders: Readonly<Record<MatchService, (keys: readonly string[], settings: MatcherSettings) => Finder>> = {
  string: findExact,
  domain: findDomain,
  netaddr: findNetwork,
  mailaddr: findMailAddress,
  regex: findExpression,
};

function answer(found: boolean): TableAnswer {
  return found ? "match" : "no-match";
}

function findExact(keys: readonly string[]): Finder {
  const known = new Set(keys);
  return (key) => answer(known.has(key));
}

function findDomain(keys: readonly string[]): Finder {
  const known = new Set(keys);
  const patterns = keys.filter((key) => key.includes("*"));
  return (key) => answer(known.has(key) || patterns.some((pattern) => matchesFolded(key, pattern)));
}

function findNetwork(keys: readonly string[]): Finder {
  const texts = new Set(keys);
  const networks = groupNetworks(keys);
  return (key) => {
    if (texts.has(key)) return "match";
    const address = parseNetwork(key);
    return answer(address !== undefined && networks.some((group) => holds(group, address)));
  };
}

/** Networks of one family and length: an address is in one of them if its first bits are among theirs. */
interface NetworkGroup {
  readonly sample: Network;
  readonly prefixes: ReadonlySet<bigint>;
}

function groupNetworks(keys: readonly string[]): readonly NetworkGroup[] {
  const groups = new Map<string, { sample: Network; prefixes: Set<bigint> }>();
  for (const key of keys) {
    const network = parseNetwork(key);
    if (network === undefined) continue;
    const name = `${network.family}/${network.bits}`;
    const group = groups.get(name) ?? { sample: network, prefixes: new Set() };
    groups.set(name, group);
    group.prefixes.add(prefixOf(network, network));
  }
  return [...groups.values()];
}

function holds({ sample, prefixes }: NetworkGroup, address: Network): boolean {
  if (prefixes.size === 1) return contains(sample, address);
  return sample.family === address.family && prefixes.has(prefixOf(address, sample));
}

/** The leading bits of an address that a network compares. */
function prefixOf({ family, address }: Network, { bits }: Network): bigint {
  return address >> BigInt((family === "inet4" ? 32 : 128) - bits);
}

function findMailAddress(keys: readonly string[], { delimiter }: MatcherSettings): Finder {
  const entries = keys.map(splitMailAddress);
  if (entries.some(({ user, domain }) => user === "" && domain === "")) return () => "match";
  const known = new Set(entries.filter(({ domain }) => !domain.includes("*")).map(addressKey));
  const patterns = entries.filter(({ domain }) => domain.includes("*"));
  return (key) => {
    const address = splitMailAddress(key);
    const candidates = candidatesFor(address, delimiter);
    if (candidates.some((candidate) => known.has(addressKey(candidate)))) return "match";
    return answer(patterns.some((pattern) => matchesSplit(address, pattern, delimiter)));
  };
}

/** The entries without wildcards that match an address. An entry with a tag in its user is compared as a whole. */
function candidatesFor({ user, domain }: MailAddress, delimiter: string): readonly MailAddress[] {
  const users = user.includes(delimiter) ? [user, withoutTag(user, delimiter)] : [user];
  const named = users.filter((name) => name !== "");
  const anywhere = named.map((name) => ({ user: name, domain: "" }));
  if (domain === "") return anywhere;
  return [...anywhere, ...named.map((name) => ({ user: name, domain })), { user: "", domain }];
}

function addressKey({ user, domain }: MailAddress): string {
  return `${user}@${domain}`;
}

/** Patterns that do not compile never match; of those that we cannot read we do not know. */
function findExpression(keys: readonly string[]): Finder {
  const expressions: RegularExpression[] = [];
  let unread = false;
  for (const key of keys) {
    const expression = parseRegularExpression(key);
    if (expression.kind === "RegularExpression") expressions.push(expression);
    else unread ||= expression.reason !== "invalid";
  }
  return (key) => {
    if (expressions.some((expression) => matchesRegularExpression(expression, key))) return "match";
    return unread ? "unknown" : "no-match";
  };
}
