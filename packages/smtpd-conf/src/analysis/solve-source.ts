import { addressText } from "../runtime/builtin-tables.ts";
import { addressBits, type Network, parseNetwork } from "../runtime/network.ts";
import type { Literal } from "./literal.ts";
import type { Solution } from "./solve-text.ts";

/** Networks of a literal up to which their edges are tried. */
const mostNetworks = 4000;

/**
 * Finds the address of a client for literals about networks. Networks divide the addresses into ranges that all literals
 * treat alike, and each range begins where a network begins or right behind where one ends: to try those is to try all.
 */
export function solveSource(
  literals: readonly Literal[],
  preferred: readonly string[],
  holds: (source: string) => boolean,
): Solution {
  const first = preferred.find(holds);
  if (first !== undefined) return { kind: "value", value: first };
  const networks = literals.flatMap(({ condition: { table, service } }) =>
    table?.kind === "KnownTable" && service === "netaddr" ? table.keys : [],
  );
  const edges = networks.slice(0, mostNetworks).flatMap(edgesOf);
  const found = [...edges, ...everywhere].find(holds);
  if (found !== undefined) return { kind: "value", value: found };
  const exact = networks.length <= mostNetworks && literals.every(({ condition }) => condition.service !== "regex");
  return { kind: exact ? "none" : "unknown" };
}

/** The first addresses of the two families. */
const everywhere = ["0.0.0.0", "[::]"];

/** The first address of a network, and the first one behind it. */
function edgesOf(entry: string): readonly string[] {
  const network = parseNetwork(entry);
  if (network === undefined) return [];
  const size = 1n << BigInt(addressBits[network.family] - network.bits);
  const start = (network.address / size) * size;
  const behind = start + size;
  const beyond = behind >> BigInt(addressBits[network.family]) > 0n;
  return beyond ? [textOf(network.family, start)] : [textOf(network.family, start), textOf(network.family, behind)];
}

function textOf(family: Network["family"], address: bigint): string {
  if (family === "inet4") return [24n, 16n, 8n, 0n].map((shift) => (address >> shift) & 255n).join(".");
  const groups = Array.from({ length: 8 }, (_, index) => (address >> BigInt(112 - 16 * index)) & 0xffffn);
  return addressText(shortened(groups.map((group) => group.toString(16)).join(":")));
}

/** The first run of zeros in its short form. */
function shortened(text: string): string {
  return text.replace(/(?:^|:)0(?::0)+(?:$|:)/, "::");
}
