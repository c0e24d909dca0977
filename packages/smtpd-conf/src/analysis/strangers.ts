import type { Condition } from "../runtime/match-rule.ts";
import { addressBits, type Network, parseNetwork } from "../runtime/network.ts";
import type { Ruleset } from "../runtime/ruleset.ts";
import { distinctConditions } from "./condition-key.ts";
import { conditionOn } from "./condition-on.ts";
import { type Literal, literal } from "./literal.ts";

/** Networks from which nobody outside can come: RFC 6890 and the addresses that nobody has. */
const closedNetworks = [
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.168.0.0/16",
  "224.0.0.0/3",
  "::/8",
  "fc00::/6",
  "ff00::/8",
];

/** Bits from which a network that a configuration names counts as one that it knows. */
const knownBits = { inet4: 8, inet6: 32 } as const;

/** How many addresses all these networks can have together, as bits: a sixteenth of all, or of those that are given out. */
const mostKnownBits = { inet4: 28, inet6: 121 } as const;

/** Demands an address of the internet that neither the rules nor the filters name, not even as a part of a network. */
export function strangeSource(ruleset: Ruleset, filters: readonly Condition[]): Literal {
  const inRules = strangeToRules.get(ruleset) ?? outside(namedInRules(ruleset), ruleset);
  strangeToRules.set(ruleset, inRules);
  const inFilters = filters.flatMap(networksNamed);
  if (inFilters.length === 0) return inRules;
  return outside([...namedInRules(ruleset), ...inFilters], ruleset);
}

/** Many questions about a ruleset want the same. */
const strangeToRules = new WeakMap<Ruleset, Literal>();

function namedInRules({ rules }: Ruleset): readonly string[] {
  return distinctConditions(rules).flatMap(networksNamed);
}

function outside(named: readonly string[], ruleset: Ruleset): Literal {
  const entries = [...closedNetworks, ...smallestTogether(named)];
  return literal(conditionOn("source", "netaddr", entries, ruleset), false);
}

/** The smallest of the networks, as far as they are few enough together: nobody knows half of the internet. */
function smallestTogether(entries: readonly string[]): readonly string[] {
  const left = { inet4: 1n << BigInt(mostKnownBits.inet4), inet6: 1n << BigInt(mostKnownBits.inet6) };
  const networks = [...new Set(entries)].flatMap((entry) => {
    const network = parseNetwork(entry);
    return network === undefined ? [] : [{ entry, network }];
  });
  networks.sort((one, other) => other.network.bits - one.network.bits);
  return networks.flatMap(({ entry, network: { family, bits } }) => {
    left[family] -= 1n << BigInt(addressBits[family] - bits);
    return left[family] >= 0n ? [entry] : [];
  });
}

/** The networks that a condition names, but for those so large that strangers are among them. */
function networksNamed({ subject, table, service }: Condition): readonly string[] {
  if (subject !== "source" || table?.kind !== "KnownTable" || service !== "netaddr") return [];
  return table.keys.filter((key) => {
    const network = parseNetwork(key);
    return network !== undefined && isNarrow(network);
  });
}

/** Whether a network is small enough to be somebody's in particular. */
export function isNarrow({ family, bits }: Network): boolean {
  return bits >= knownBits[family] || bits === addressBits[family];
}
