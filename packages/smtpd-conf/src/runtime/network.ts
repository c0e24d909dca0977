import { isIpv6 } from "../model/ip-address.ts";
import { foldCase } from "./domain-pattern.ts";

/** An address with the number of leading bits that count. */
export interface Network {
  readonly family: "inet4" | "inet6";
  readonly address: bigint;
  readonly bits: number;
}

/** How many bits an address of a family has. */
export const addressBits = { inet4: 32, inet6: 128 } as const;

/**
 * Whether the text of a client's address is matched by an entry of a table of networks (`table_netaddr_match()` in table.c):
 * by being the same text, whatever it says, or by lying in the network of the entry.
 */
export function matchesNetwork(source: string, entry: string): boolean {
  if (foldCase(source) === foldCase(entry)) return true;
  const address = parseNetwork(source);
  const network = parseNetwork(entry);
  return address !== undefined && network !== undefined && contains(network, address);
}

/** Whether an address, or the first address of a network, lies in a network. */
export function contains(network: Network, { family, address }: Network): boolean {
  if (network.family !== family) return false;
  const ignored = BigInt(addressBits[family] - network.bits);
  return address >> ignored === network.address >> ignored;
}

/**
 * An address or network as an entry of a table has it (`text_to_netaddr()` in to.c); undefined for what smtpd cannot read:
 * `10.0.0.0/8`, `10` (a class A network), `0x0a/8`, `2001:db8::/32`, `[2001:db8::/32]`, `IPv6:::1`.
 */
export function parseNetwork(text: string): Network | undefined {
  // Most of what is asked about are names.
  if (!/^\d|:/.test(text)) return undefined;
  const known = parsed.get(text);
  if (known !== undefined || parsed.has(text)) return known;
  if (parsed.size >= mostParsed) parsed.clear();
  const network = parseIpv4(text) ?? parseIpv6(text);
  parsed.set(text, network);
  return network;
}

/** What was read of late: the same few addresses are compared with each other over and over. */
const parsed = new Map<string, Network | undefined>();
const mostParsed = 4096;

function parseIpv4(text: string): Network | undefined {
  const [, written, prefix] = /^([^/]+)(?:\/(\d+))?$/.exec(text) ?? [];
  const octets = written === undefined ? undefined : (hexadecimal(written) ?? decimal(written));
  if (octets === undefined || octets.length > 4 || Number(prefix ?? 0) > 32) return undefined;
  const bits = prefix === undefined ? impliedBits(octets) : Number(prefix);
  return { family: "inet4", address: numberOf(octets), bits };
}

/** Numbers with dots between them, four at most. A leading zero means nothing. */
function decimal(text: string): number[] | undefined {
  if (!/^\d+(?:\.\d+){0,3}$/.test(text)) return undefined;
  const octets = text.split(".").map(Number);
  return octets.every((octet) => octet <= 255) ? octets : undefined;
}

/** `0x` and hexadecimal digits, two an octet. */
function hexadecimal(text: string): number[] | undefined {
  const digits = /^0[xX]([0-9a-fA-F]{1,8})$/.exec(text)?.[1];
  return digits?.match(/..?/g)?.map((pair) => Number.parseInt(pair.padEnd(2, "0"), 16));
}

/** The length of a prefix that was not written: that of the old network classes, but no less than the octets given. */
function impliedBits(octets: readonly number[]): number {
  const [first = 0] = octets;
  const ofClass = first >= 240 ? 32 : first >= 224 ? 4 : first >= 192 ? 24 : first >= 128 ? 16 : 8;
  return Math.max(ofClass, octets.length * 8);
}

function numberOf([first = 0, second = 0, third = 0, fourth = 0]: readonly number[]): bigint {
  return BigInt(((first << 24) | (second << 16) | (third << 8) | fourth) >>> 0);
}

function parseIpv6(text: string): Network | undefined {
  const inner = text.startsWith("[") && text.endsWith("]") ? text.slice(1, -1) : text;
  const [, address = "", prefix] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(inner.replace(/^ipv6:/i, "")) ?? [];
  if (address.includes("%") || !isIpv6(address) || Number(prefix ?? 0) > 128) return undefined;
  return { family: "inet6", address: ipv6Number(address), bits: Number(prefix ?? 128) };
}

/** The number of a text that is an IPv6 address. */
function ipv6Number(text: string): bigint {
  const [head = "", tail] = text.split("::");
  const before = groupsOf(head);
  const after = groupsOf(tail ?? "");
  const zeros: number[] = tail === undefined ? [] : Array(8 - before.length - after.length).fill(0);
  return [...before, ...zeros, ...after].reduce((number, group) => (number << 16n) | BigInt(group), 0n);
}

/** Groups of 16 bits; an IPv4 address at the end is two of them. */
function groupsOf(text: string): number[] {
  if (text === "") return [];
  return text.split(":").flatMap((group) => {
    if (!group.includes(".")) return [Number.parseInt(group, 16)];
    const number = Number(numberOf(group.split(".").map(Number)));
    return [number >>> 16, number & 0xffff];
  });
}
