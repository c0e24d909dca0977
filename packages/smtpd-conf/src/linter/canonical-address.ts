import { isIpv4 } from "../model/ip-address.ts";
import { type Network, parseNetwork } from "../runtime/network.ts";

/** The text of an address as the C library writes it (`inet_ntop(3)`), without brackets. */
export function canonicalAddress({ family, address }: Pick<Network, "family" | "address">): string {
  return family === "inet4" ? ipv4Text(address) : ipv6Text(address);
}

/**
 * The text that smtpd has for the address of a connection, and looks tables up with (`ss_to_text()` in to.c): IPv6 in
 * brackets and in its shortest form. Undefined for what is no single address.
 */
export function connectionText(text: string): string | undefined {
  const zone = /^\[?([^%\]]*)(%[^\]]+)\]?$/.exec(text);
  const plain = zone?.[1] ?? text;
  const address = plain.includes("/") ? undefined : parseNetwork(plain);
  if (address === undefined || (address.family === "inet4" && !isIpv4(plain))) return undefined;
  const canonical = canonicalAddress(address);
  return address.family === "inet4" ? canonical : `[${canonical}${zone?.[2] ?? ""}]`;
}

function ipv4Text(address: bigint): string {
  return [24n, 16n, 8n, 0n].map((shift) => String((address >> shift) & 255n)).join(".");
}

/** Lower-case groups without leading zeros; the first of the longest runs of zeros becomes `::`, if it has two or more. */
function ipv6Text(address: bigint): string {
  const groups = Array.from({ length: 8 }, (_, index) => (address >> BigInt(112 - 16 * index)) & 0xffffn);
  const text = groups.map((group) => group.toString(16)).join(":");
  if (address >> 32n === 0xffffn) return `::ffff:${ipv4Text(address & 0xffffffffn)}`;
  const runs = [...text.matchAll(/(?<![^:])0(?::0)+(?![^:])/g)];
  const longest = runs.reduce<RegExpMatchArray | undefined>(
    (best, run) => (best === undefined || run[0].length > best[0].length ? run : best),
    undefined,
  );
  if (longest?.index === undefined) return text;
  const before = text.slice(0, longest.index).replace(/:$/, "");
  const after = text.slice(longest.index + longest[0].length).replace(/^:/, "");
  return `${before}::${after}`;
}
