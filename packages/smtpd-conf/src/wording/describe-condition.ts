import type { Listener } from "../model/listener.ts";
import type { Condition } from "../runtime/match-rule.ts";
import { parseNetwork } from "../runtime/network.ts";
import type { RuntimeTable } from "../runtime/table.ts";
import { either, quoted } from "./words.ts";

/** What a condition of a rule or of a filter asks, as a clause: `the sender is anyone at example.org`. */
export function describeCondition(condition: Condition, listeners: readonly Listener[]): string {
  const { subject, table, negated } = condition;
  const not = negated ? "not " : "";
  switch (subject) {
    case "socket":
      return `it ${negated ? "does not come" : "comes"} through the socket`;
    case "authenticated":
    case "filter-login":
      if (table === undefined) return `the client has ${not}logged in`;
      return `the login ${isAmong(condition)}`;
    case "rdns":
    case "filter-rdns":
      if (table === undefined) return `the client has ${negated ? "no" : "a"} name in the reverse DNS`;
      return describeName(condition);
    case "fcrdns":
      return negated
        ? "the client has no name in the reverse DNS that leads back to its address"
        : "the client's name in the reverse DNS leads back to its address";
    case "source":
      return describeSource(condition);
    case "tag":
      return describeTag(condition, listeners);
    case "tls":
      return `the session is ${not}encrypted`;
    case "username":
      return `the login ${isAmong(condition)}`;
    default:
      return `${subjects[subject]} ${isAmong(condition)}`;
  }
}

const subjects = {
  domain: "the domain",
  helo: "the client's greeting",
  sender: "the sender",
  "filter-sender": "the sender",
  recipient: "the recipient",
} as const;

/** The tags are written as the listeners have them: case does not matter. */
function describeTag(condition: Condition, listeners: readonly Listener[]): string {
  const { table, service, negated } = condition;
  if (table?.kind !== "KnownTable" || service !== "string") return `the listener's tag ${isAmong(condition)}`;
  const set = new Set(listeners.map(({ tag }) => tag).filter((tag) => table.keys.includes(tag.toLowerCase())));
  const tags = set.size === 0 ? table.keys : [...set];
  return `the listener ${negated ? "does not have" : "has"} the tag ${either(tags.map(quoted))}`;
}

/** In rules a client without a name meets such a condition neither way, in filters it is called `<unknown>`. */
function describeName(condition: Condition): string {
  const { subject, negated } = condition;
  const name = "name in the reverse DNS";
  if (subject === "filter-rdns" || !negated) return `the client's ${name} ${isAmong(condition)}`;
  return `the client has a ${name} and it ${isAmong(condition)}`;
}

function describeSource(condition: Condition): string {
  const { table, service, negated } = condition;
  if (table?.name === "<localhost>") return `the client is ${negated ? "not " : ""}this machine`;
  if (service === "regex") return `the client's address ${isAmong(condition)}`;
  return `the client is ${negated ? "not " : ""}${isAddress(condition) ? "" : "in "}${networksOf(condition)}`;
}

/** Whether a condition names single addresses. */
function isAddress({ table }: Condition): boolean {
  return table !== undefined && entriesShown(table)?.every((entry) => !networkShown(entry).includes("/")) === true;
}

/** The networks that a condition names. */
export function networksOf({ table }: Condition): string {
  if (table === undefined) return "a network";
  const entries = entriesShown(table);
  return entries === undefined ? tableName(table) : either(entries.map(networkShown));
}

/** A network as it is written; an IPv4 one of fewer than four numbers, such as `10` or `192.168`, as smtpd takes it. */
function networkShown(entry: string): string {
  const network = parseNetwork(entry);
  if (network === undefined) return quoted(entry);
  if (network.family === "inet6" || /^\d+(?:\.\d+){3}(?:\/\d+)?$/.test(entry)) return entry;
  const octets = [24n, 16n, 8n, 0n].map((shift) => (network.address >> shift) & 255n);
  return `${octets.join(".")}/${network.bits}`;
}

/** `is a or b`, `is not a`, `matches the expression "a"` */
function isAmong(condition: Condition): string {
  const { table, service, negated } = condition;
  if (table === undefined) return "";
  if (service === "regex") return matches(table, negated);
  const entries = entriesShown(table);
  if (entries === undefined) return `is ${negated ? "not " : ""}in ${tableName(table)}`;
  const shown = entries.map((entry) => entryShown(entry, condition));
  const fits = service === "domain" && entries.some((entry) => entry.includes("*"));
  if (!negated) return `${fits ? "fits" : "is"} ${either(shown)}`;
  if (shown.length === 1) return `${fits ? "does not fit" : "is not"} ${shown[0]}`;
  return `${fits ? "fits" : "is"} neither ${shown.join(" nor ")}`;
}

function matches(table: RuntimeTable, negated: boolean): string {
  const entries = entriesShown(table);
  if (entries === undefined) {
    return negated ? `matches no expression in ${tableName(table)}` : `matches an expression in ${tableName(table)}`;
  }
  const shown = either(entries.map(quoted));
  if (entries.length === 1) return negated ? `does not match ${shown}` : `matches ${shown}`;
  return negated ? `matches neither ${entries.map(quoted).join(" nor ")}` : `matches ${shown}`;
}

/** Entries of a table that are named one by one. */
const mostEntries = 5;

/** The entries of a table; undefined where they are not known, or too many. */
function entriesShown(table: RuntimeTable): readonly string[] | undefined {
  if (table.kind === "UnknownTable" || table.keys.length > mostEntries || table.keys.length === 0) return undefined;
  return table.keys;
}

/** `the table "users"`; a list without a name stands where it is used. */
export function tableName({ name }: RuntimeTable): string {
  return name.startsWith("<dynamic:") ? "the list on that line" : `the table ${quoted(name)}`;
}

function entryShown(entry: string, { subject, service }: Condition): string {
  if (service === "mailaddr") return addressShown(entry);
  return subject === "domain" || subject === "helo" || subject === "rdns" || subject === "filter-rdns"
    ? domainShown(entry)
    : quoted(entry);
}

function domainShown(entry: string): string {
  return /^\w[\w.@+-]*$/.test(entry) ? entry : quoted(entry);
}

/** An entry of a table of mail addresses: `user@domain`, `@domain`, `user`, or `@` for all. */
function addressShown(entry: string): string {
  const at = entry.lastIndexOf("@");
  const user = at < 0 ? entry : entry.slice(0, at);
  const domain = at < 0 ? "" : entry.slice(at + 1);
  if (user === "" && domain === "") return "anyone";
  if (user === "") return `anyone at ${domainShown(domain)}`;
  return domain === "" ? `${quoted(user)} at any domain` : domainShown(`${user}@${domain}`);
}
