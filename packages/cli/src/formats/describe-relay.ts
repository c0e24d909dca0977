import {
  type Envelope,
  type Literal,
  type RelayProof,
  type RelayTrust,
  type RelayWitness,
  type RuntimeTable,
  trustOf,
  wantsEntry,
} from "smtpd-conf";
import type { ProvenRelay } from "../proven-relay.ts";
import { fileHelp } from "./block.ts";
import { listed, several } from "./words.ts";

/** Whether strangers can relay, in one sentence. */
export function describeAnswer({ proof, listeners, rules }: ProvenRelay): string {
  switch (proof.answer) {
    case "no":
      return `Strangers cannot relay: ${reasonFor(listeners, rules.length)}.`;
    case "yes":
      return describeYes(proof);
    case "depends":
      return describeDoubt(proof);
    case "unknown":
      return "It is not known whether strangers can relay: the search came to its bounds.";
  }
}

function reasonFor(all: ProvenRelay["listeners"], rules: number): string {
  const listeners = all.filter(({ exposure }) => exposure !== "socket");
  const inside = listeners.every(({ exposure, proxied }) => exposure === "loopback" && !proxied);
  if (inside) return "no listener can be reached from elsewhere";
  return `proven for ${several(listeners.length, "listener")} and ${several(rules, "rule")}`;
}

/** Says as well what all ways have in common that makes it less bad. */
function describeYes({ witnesses }: RelayProof): string {
  const certain = witnesses.filter(isCertain);
  if (certain.every(isPrivate)) return "Whoever is in a private network of this server can relay, without a login.";
  if (certain.every(({ filters }) => filters.length > 0)) return "Strangers can relay, unless a filter refuses them.";
  if (certain.every(({ domains }) => domains === "crafted")) return "Strangers can relay, but not to every domain.";
  return "Strangers can relay.";
}

/** Whether a witness comes from a private network. Behind a proxy, a private address has connections from everywhere. */
export function isPrivate({ listener: { exposure, proxied } }: RelayWitness): boolean {
  return exposure === "private" && !proxied;
}

/** Whether a witness goes through whatever tables hold. */
export function isCertain({ tables }: RelayWitness): boolean {
  return tables.length === 0;
}

function describeDoubt({ witnesses, doubtful }: RelayProof): string {
  if (witnesses.length === 0) return describeFiltered(doubtful.map(({ name }) => `"${name.value}"`));
  const tables = [...new Set(witnesses.flatMap((witness) => witness.tables))];
  const names = tables.filter(isUnread).map(({ name }) => `"${name}"`);
  if (names.length === 0) return "Whether strangers can relay depends on a pattern that only the daemon can read.";
  const subject = names.length === 1 ? `the table ${names[0]}` : `the tables ${listed(names)}`;
  return `Whether strangers can relay depends on ${subject}, whose entries are not known here.`;
}

function describeFiltered(names: readonly string[]): string {
  const subject = names.length === 1 ? `the filter ${names[0]}` : `the filters ${listed(names)}`;
  return `Whether strangers can relay depends on ${subject}: no rule keeps them out, and filters can be got around.`;
}

function isUnread(table: RuntimeTable): table is Extract<RuntimeTable, { readonly kind: "UnknownTable" }> {
  return table.kind === "UnknownTable";
}

/** Who can connect to the listener of a witness. */
export function describeWayIn({ listener: { exposure, proxied } }: RelayWitness): string {
  if (proxied && exposure === "loopback") return "A proxy on this machine brings in connections from elsewhere.";
  if (proxied) return "Whoever connects here can claim any address, with a PROXY header.";
  if (exposure === "private") return "Whoever is in this private network can connect, and send without a login.";
  return "Anybody can connect here, and send without a login.";
}

/** What there is to say of another listener where the same goes. */
export function describeOther(witness: RelayWitness): string {
  const where = isPrivate(witness) ? ", on a private network" : "";
  const unless = witness.filters.length > 0 ? ", unless a filter refuses it" : "";
  return `The same goes for this listener${where}${unless}.`;
}

/** What a rule does with the mail of a witness, and on what that depends. */
export function describeRelaying({ rule, domains, envelope, assumptions }: RelayWitness): string {
  const whereTo = domains === "any" ? "any domain" : `domains such as "${domainOf(envelope)}"`;
  const clauses = [...new Set(assumptions.map((assumption) => clauseFor(assumption, envelope)))];
  return [`Action "${rule.action}" relays it to ${whereTo}`, ...clauses].join(", ").concat(".");
}

function clauseFor(assumption: Literal, envelope: Envelope): string {
  const { table, service } = assumption.condition;
  const value = lookedUp(assumption, envelope);
  const has = wantsEntry(assumption) ? "if" : "unless";
  if (table === undefined || !isUnread(table)) return `${has} a pattern that only the daemon can read matches ${value}`;
  const entry = `${has} the table "${table.name}" has`;
  if (service === "regex") return `${entry} an expression that matches ${value}`;
  if (has === "unless") return `${entry} an entry for ${value}`;
  return `${entry} ${entryWanted(assumption, value)}`;
}

/** Which entry of a table lets strangers through: what it lists one by one counts as known and not as foreign. */
function entryWanted({ condition: { subject } }: Literal, value: string): string {
  switch (subject) {
    case "source":
      return "a network that strangers are in, such as 0.0.0.0/0";
    case "domain":
      return 'an entry for the domains of others, such as "*"';
    case "recipient":
      return 'an entry for the recipients of others, such as "@"';
    case "sender":
    case "helo":
      return `any entry, since what a client says proves nothing`;
    case "rdns":
      return `any entry, since the owner of an address can give it any name`;
    default:
      return `an entry for ${value}`;
  }
}

/** What a condition looks up. */
function lookedUp({ condition: { subject } }: Literal, envelope: Envelope): string {
  switch (subject) {
    case "source":
      return envelope.source;
    case "rdns":
    case "filter-rdns":
      return `"${envelope.rdns ?? "<unknown>"}"`;
    case "domain":
      return `"${domainOf(envelope)}"`;
    case "helo":
      return `"${envelope.helo}"`;
    case "tag":
      return `"${envelope.tag}"`;
    case "recipient":
      return `"${envelope.rcptTo}"`;
    default:
      return `"${envelope.mailFrom}"`;
  }
}

function domainOf({ rcptTo }: Envelope): string {
  return rcptTo.slice(rcptTo.lastIndexOf("@") + 1);
}

/** What there is on the way that decides by itself; undefined where there is nothing. */
export function describeFilters({ filters }: RelayWitness): string | undefined {
  const names = filters.map(({ name }) => `"${name.value}"`);
  if (names.length === 0) return undefined;
  return names.length === 1
    ? `The filter ${names[0]} is on the way: it may refuse or change this.`
    : `The filters ${listed(names)} are on the way: they may refuse or change this.`;
}

/** What mends it, or finds out more. */
export function describeMending(witness: RelayWitness, readsFiles: boolean): string {
  const { tables, domains, envelope, rule, listener } = witness;
  const unread = tables.find(isUnread);
  if (unread !== undefined) {
    if (!readsFiles && (unread.backend === "file" || unread.backend === "static")) return fileHelp;
    return `Look into the table "${unread.name}" yourself: what it holds could not be read.`;
  }
  if (listener.proxied && !isForAnybody(witness))
    return "Let nobody but the proxy reach this listener: listen on the loopback or on a private address.";
  if (domains === "crafted")
    return `Write out the domains that are yours: the rule takes "${domainOf(envelope)}" for one of them.`;
  return mendings[trustOf(rule)];
}

function isForAnybody({ rule }: RelayWitness): boolean {
  return rule.conditions.some(({ table }) => table?.name === "<anyhost>");
}

const mendings: Readonly<Record<RelayTrust, string>> = {
  sender: "Ask for a login as well, with from auth, or for networks with from src: a sender is what the client says.",
  helo: "Ask for a login with from auth, or for networks with from src: the name in HELO is what the client says.",
  rdns: "Ask for a login with from auth, or for networks with from src: the owner of an address can give it any name.",
  network: "Name the networks that you know: this one is a large part of the internet.",
  nothing: "Ask for a login with from auth, or name the networks of your own with from src.",
};
