import { matchesFolded } from "../runtime/domain-pattern.ts";
import { splitMailAddress, withoutTag } from "../runtime/mail-address.ts";
import { addressBits, type Network, parseNetwork } from "../runtime/network.ts";

/** Finds a key among some that matches all that one key matches, and more; undefined where there is none, or none is found. */
export type FindWider = (key: string) => string | undefined;

/** What stands in a table, in lower case. All of this takes time that grows with the number of keys, not with its square. */
type Keys = ReadonlySet<string>;

/** Wildcards in unusual places, which are compared with each key one by one; those beyond are not looked at. */
const mostPatterns = 100;

/** Among entries that are compared with domains. Those with wildcards have no wider ones. */
export function widerDomains(keys: Keys): FindWider {
  const isMatched = domainPatterns(keys);
  return (key) => (key.includes("*") ? undefined : isMatched(key));
}

/** Finds a pattern that a domain matches. */
function domainPatterns(patterns: Iterable<string>): FindWider {
  const known = new Set(patterns);
  const unusual = [...known].filter((pattern) => pattern.includes("*") && !/^\*(?:\.[^*]*)?$/.test(pattern));
  const compared = unusual.slice(0, mostPatterns);
  return (name) => {
    const dot = name.indexOf(".");
    const usual = dot < 0 ? ["*"] : [`*${name.slice(dot)}`, "*"];
    return usual.find((pattern) => known.has(pattern)) ?? compared.find((pattern) => matchesFolded(name, pattern));
  };
}

/** Among entries that are compared with mail addresses: of whole addresses, and of `@domain`. */
export function widerAddresses(keys: Keys): FindWider {
  const patterns = patternsByUser(keys);
  return (key) => {
    const { user, domain } = splitMailAddress(key);
    if (domain === "" || domain.includes("*")) return undefined;
    const users = user === "" ? [""] : [user, withoutTag(user, "+"), ""];
    const anywhere = users.flatMap((name) => [name, `${name}@`]).find((text) => keys.has(text));
    if (anywhere !== undefined) return anywhere;
    if (user !== "" && keys.has(`@${domain}`)) return `@${domain}`;
    const found = users.flatMap((name) => {
      const pattern = patterns.get(name)?.(domain);
      return pattern === undefined ? [] : [`${name}@${pattern}`];
    });
    return found[0];
  };
}

/** The entries with wildcards: the patterns of their domains, by their users. */
function patternsByUser(keys: Keys): ReadonlyMap<string, FindWider> {
  const lists = new Map<string, string[]>();
  for (const { user, domain } of [...keys].map(splitMailAddress)) {
    if (!domain.includes("*")) continue;
    const list = lists.get(user);
    if (list === undefined) lists.set(user, [domain]);
    else list.push(domain);
  }
  return new Map([...lists].map(([user, list]) => [user, domainPatterns(list)]));
}

/** Among networks. */
export function widerNetworks(keys: Keys): FindWider {
  const groups = new Map<string, Map<bigint, string>>();
  for (const key of keys) {
    const network = parseNetwork(key);
    if (network === undefined) continue;
    const name = groupName(network, network.bits);
    const group = groups.get(name) ?? new Map<bigint, string>();
    groups.set(name, group.set(leadingBits(network, network.bits), key));
  }
  return (key) => {
    const network = parseNetwork(key);
    for (let bits = 0; network !== undefined && bits < network.bits; bits++) {
      const found = groups.get(groupName(network, bits))?.get(leadingBits(network, bits));
      if (found !== undefined) return found;
    }
    return undefined;
  };
}

function groupName({ family }: Network, bits: number): string {
  return `${family}/${bits}`;
}

function leadingBits({ family, address }: Network, bits: number): bigint {
  return address >> BigInt(addressBits[family] - bits);
}
