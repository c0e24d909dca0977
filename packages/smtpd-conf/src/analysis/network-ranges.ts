import { addressText } from "../runtime/builtin-tables.ts";
import { addressBits, type Network, parseNetwork } from "../runtime/network.ts";
import type { KnownTable } from "../runtime/table.ts";

/** Addresses of both families in one row: those of IPv4 first. From the first place up to before the last. */
export interface AddressRange {
  readonly from: bigint;
  readonly to: bigint;
}

const firstOfInet6 = 1n << BigInt(addressBits.inet4);
/** The place behind the last address. */
export const endOfAddresses: bigint = firstOfInet6 + (1n << BigInt(addressBits.inet6));

const known = new WeakMap<object, readonly AddressRange[]>();

/** The addresses in the networks of a table: ranges in order and apart from each other. */
export function rangesOf(table: KnownTable): readonly AddressRange[] {
  const ranges = known.get(table.keys) ?? joinRanges(table.keys.flatMap((key) => rangeOf(parseNetwork(key)) ?? []));
  known.set(table.keys, ranges);
  return ranges;
}

function rangeOf(network: Network | undefined): AddressRange | undefined {
  if (network === undefined) return undefined;
  const from = placeOf(network);
  return { from, to: from + (1n << BigInt(addressBits[network.family] - network.bits)) };
}

/** The place of the first address of a network. */
export function placeOf({ family, address, bits }: Network): bigint {
  const ignored = BigInt(addressBits[family] - bits);
  return ((address >> ignored) << ignored) + (family === "inet4" ? 0n : firstOfInet6);
}

function joinRanges(ranges: readonly AddressRange[]): readonly AddressRange[] {
  const joined: { from: bigint; to: bigint }[] = [];
  for (const { from, to } of ranges.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
    const before = joined.at(-1);
    if (before === undefined || from > before.to) joined.push({ from, to });
    else if (to > before.to) before.to = to;
  }
  return joined;
}

/** The first place from `place` on that is in the ranges, or outside them. */
export function nextPlace(ranges: readonly AddressRange[], place: bigint, inside: boolean): bigint {
  const range = ranges[firstEndingBehind(ranges, place)];
  const isInside = range !== undefined && range.from <= place;
  if (isInside === inside) return place;
  if (isInside) return range.to;
  return range === undefined ? endOfAddresses : range.from;
}

/** The index of the first range that ends behind a place. */
function firstEndingBehind(ranges: readonly AddressRange[], place: bigint): number {
  let [low, high] = [0, ranges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.to ?? endOfAddresses) <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The address at a place, as smtpd writes it. */
export function addressAt(place: bigint): string {
  return place < firstOfInet6 ? inet4Text(place) : inet6Text(place - firstOfInet6);
}

function inet4Text(address: bigint): string {
  return [24n, 16n, 8n, 0n].map((shift) => (address >> shift) & 255n).join(".");
}

function inet6Text(address: bigint): string {
  const groups = Array.from({ length: 8 }, (_, index) => (address >> BigInt(112 - 16 * index)) & 0xffffn);
  return addressText(shortened(groups.map((group) => group.toString(16)).join(":")));
}

/** The first run of zeros in its short form. */
function shortened(text: string): string {
  return text.replace(/(?:^|:)0(?::0)+(?:$|:)/, "::");
}
