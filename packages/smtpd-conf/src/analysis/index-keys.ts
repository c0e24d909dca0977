import { foldCase } from "../runtime/domain-pattern.ts";
import { splitMailAddress, withoutTag } from "../runtime/mail-address.ts";
import type { Condition, ConditionSubject } from "../runtime/match-rule.ts";
import { addressBits, type Network, parseNetwork } from "../runtime/network.ts";
import type { MatchService } from "../runtime/table.ts";
import { type RegexEnds, regexEnds } from "./regex-ends.ts";

/** What one kind of conditions has in common: they look at the same, and look it up in the same way. */
export interface KeyKind {
  readonly subject: ConditionSubject;
  readonly service: MatchService;
}

/** Keys under which a condition can be filed, and those under which to look for a value. Texts that only we compare. */
export interface IndexKeys {
  /** One or more for each entry; undefined where an entry has none that all its matches have. */
  readonly ofCondition: (condition: Condition) => readonly string[] | undefined;
  /** All keys that a value may be filed under for a kind of conditions. */
  readonly ofValue: (kind: KeyKind, value: string) => readonly string[];
}

/** Entries of a condition up to which keys are made of each of them. */
const mostEntries = 1000;

/** Keys by which a value finds the conditions that it may match. It finds only such as were asked for keys before. */
export function openIndexKeys(delimiter: string): IndexKeys {
  const shapes: Shapes = { networks: new Map(), heads: new Set(), tails: new Set(), inners: new Set() };
  return {
    ofCondition: (condition) => {
      const { subject, service, table } = condition;
      if (service === undefined || !isFiled(condition) || table?.kind !== "KnownTable") return undefined;
      const keys = table.keys.map((entry) => entryKeys({ subject, service }, entry, shapes));
      if (!keys.every((some) => some !== undefined)) return undefined;
      return keys.flat().map((key) => `${subject} ${service} ${key}`);
    },
    ofValue: (kind, value) =>
      valueKeys(kind, foldCase(value), delimiter, shapes).map((key) => `${kind.subject} ${kind.service} ${key}`),
  };
}

/** Of which sizes there are networks, and pieces that values begin with, end with or have in them. */
interface Shapes {
  readonly networks: Map<string, Pick<Network, "family" | "bits">>;
  readonly heads: Set<number>;
  readonly tails: Set<number>;
  readonly inners: Set<number>;
}

function isFiled({ table, negated, broken }: Condition): boolean {
  if (negated || broken || table?.kind !== "KnownTable" || table.keys.length > mostEntries) return false;
  // The machine may have more addresses and names than those that the tables have.
  return !table.name.startsWith("<local");
}

function entryKeys({ subject, service }: KeyKind, entry: string, shapes: Shapes): readonly string[] | undefined {
  if (service === "regex") return endKeys(regexEnds(entry), shapes);
  if (service === "domain") return domainKeys(entry, shapes);
  if (service === "mailaddr") return addressKeys(entry, shapes);
  if (service === "netaddr") return networkKeys(entry, subject, shapes);
  if (subject !== "username") return [`=${entry}`];
  const asAddress = addressKeys(entry, shapes);
  return asAddress && [`=${entry}`, ...asAddress];
}

function valueKeys({ service, subject }: KeyKind, value: string, delimiter: string, shapes: Shapes): readonly string[] {
  const same = `=${value}`;
  if (service === "netaddr") return [same, ...networksAround(value, shapes)];
  if (service === "regex" || service === "domain") return [same, ...endsOf(value, shapes)];
  const isAddress = service === "mailaddr" || (subject === "username" && value.includes("@"));
  return isAddress ? [...addressesLike(value, delimiter), ...endsOf(value, shapes)] : [same];
}

/** A key for the longest of the pieces. */
function endKeys({ head, tail, inner }: RegexEnds, shapes: Shapes): readonly string[] | undefined {
  if (inner.length > Math.max(head.length, tail.length)) return keyFor("~", inner, shapes.inners);
  return tail.length >= head.length ? keyFor("$", tail, shapes.tails) : keyFor("^", head, shapes.heads);
}

function keyFor(sign: string, piece: string, sizes: Set<number>): readonly string[] | undefined {
  if (piece === "") return undefined;
  sizes.add(piece.length);
  return [sign + piece];
}

function endsOf(value: string, { heads, tails, inners }: Shapes): readonly string[] {
  const starting = [...heads].filter((size) => size <= value.length).map((size) => `^${value.slice(0, size)}`);
  const ending = [...tails].filter((size) => size <= value.length).map((size) => `$${value.slice(-size)}`);
  return [...starting, ...ending, ...[...inners].flatMap((size) => piecesOf(value, size))];
}

/** All pieces of a size. */
function piecesOf(value: string, size: number): readonly string[] {
  return Array.from({ length: Math.max(0, value.length - size + 1) }, (_, at) => `~${value.slice(at, at + size)}`);
}

/** What stands before the first wildcard and behind the last one is the same in all that matches. */
function domainKeys(entry: string, shapes: Shapes): readonly string[] | undefined {
  if (!entry.includes("*")) return [`=${entry}`];
  const head = entry.slice(0, entry.indexOf("*"));
  return endKeys({ head, tail: entry.slice(entry.lastIndexOf("*") + 1), inner: "" }, shapes);
}

function addressKeys(entry: string, shapes: Shapes): readonly string[] | undefined {
  const { user, domain } = splitMailAddress(entry);
  if (!domain.includes("*")) return user === "" && domain === "" ? undefined : [addressKey(user, domain)];
  const tail = domain.slice(domain.lastIndexOf("*") + 1);
  return endKeys({ head: "", tail, inner: "" }, shapes) ?? userKeys(user);
}

function userKeys(user: string): readonly string[] | undefined {
  return user === "" ? undefined : [addressKey(user, "")];
}

function addressKey(user: string, domain: string): string {
  return `@${user}@${domain}`;
}

/** The address itself, its user in any domain, and all users of its domain; also with the user's tag taken off. */
function addressesLike(value: string, delimiter: string): readonly string[] {
  const { user, domain } = splitMailAddress(value);
  const names = [user, withoutTag(user, delimiter)];
  return ["", ...names].flatMap((name) => [addressKey(name, domain), addressKey(name, "")]);
}

function networkKeys(entry: string, subject: ConditionSubject, { networks }: Shapes): readonly string[] | undefined {
  const network = parseNetwork(entry);
  if (network === undefined) return [`=${entry}`];
  // A name in the reverse DNS can be that of an address, which hardly anybody means.
  if (subject !== "source") return undefined;
  const { family, bits } = network;
  networks.set(`${family}/${bits}`, { family, bits });
  return [networkKey(network, bits)];
}

function networksAround(value: string, { networks }: Shapes): readonly string[] {
  const address = parseNetwork(value);
  if (address === undefined) return [];
  const around = [...networks.values()].filter(({ family }) => family === address.family);
  return around.map(({ bits }) => networkKey(address, bits));
}

function networkKey({ family, address }: Network, bits: number): string {
  return `${family}/${bits} ${(address >> BigInt(addressBits[family] - bits)).toString(16)}`;
}
