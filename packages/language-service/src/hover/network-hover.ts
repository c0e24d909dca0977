import { addressBits, type Network, parseNetwork } from "smtpd-conf";
import { type Block, code, paragraph, prose } from "../markdown.ts";
import { grouped } from "./number-hovers.ts";

/** An address or a network: its family, and from where to where it goes. */
export function networkHover(text: string): readonly Block[] {
  const network = parseNetwork(text);
  if (network === undefined) return [paragraph(prose`${code(text)} is no address, so that it never matches one.`)];
  const family = network.family === "inet4" ? "IPv4" : "IPv6";
  const [first, last] = boundsOf(network);
  if (first === last) return [paragraph(prose`One ${family} address, ${code(addressText(first, network.family))}.`)];
  const range = prose`from ${code(addressText(first, network.family))} to ${code(addressText(last, network.family))}`;
  const size = sizeOf(network);
  return [paragraph(prose`An ${family} network, ${range}: ${size} addresses.`)];
}

function boundsOf({ family, address, bits }: Network): readonly [first: bigint, last: bigint] {
  const open = BigInt(addressBits[family] - bits);
  const first = (address >> open) << open;
  return [first, first + (1n << open) - 1n];
}

/** How many addresses there are, as a power of two where nobody could read the number. */
function sizeOf({ family, bits }: Network): string {
  const open = addressBits[family] - bits;
  return open <= 40 ? grouped(1n << BigInt(open)) : `2^${open}`;
}

function addressText(address: bigint, family: Network["family"]): string {
  if (family === "inet4") return [24n, 16n, 8n, 0n].map((shift) => (address >> shift) & 255n).join(".");
  const groups = Array.from({ length: 8 }, (_, index) =>
    ((address >> BigInt(112 - 16 * index)) & 0xffffn).toString(16),
  );
  return withoutZeros(groups);
}

/** The longest run of zeros as `::` (RFC 5952, section 4.2). */
function withoutZeros(groups: readonly string[]): string {
  let [start, length] = [0, 0];
  for (let index = 0; index < groups.length; index++) {
    let end = index;
    while (groups[end] === "0") end++;
    if (end - index > length) [start, length] = [index, end - index];
  }
  if (length < 2) return groups.join(":");
  return `${groups.slice(0, start).join(":")}::${groups.slice(start + length).join(":")}`;
}
