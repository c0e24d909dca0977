import { isAtLeast } from "../language/releases.ts";
import type { Listener } from "../model/listener.ts";
import type { Condition } from "../runtime/match-rule.ts";
import { parseNetwork } from "../runtime/network.ts";
import type { Ruleset } from "../runtime/ruleset.ts";
import { distinctConditions } from "./condition-key.ts";
import { conditionOn } from "./condition-on.ts";
import { type Literal, literal } from "./literal.ts";
import { addressAt, rangesOf } from "./network-ranges.ts";
import type { Scenario } from "./scenario.ts";
import { isNarrow } from "./strangers.ts";

/**
 * Who sends, so that everybody is of exactly one kind:
 * `socket`: programs of this machine, through its socket. `own-address`: a connection from one of the machine's own
 * addresses, without a login. `own-user`: the same with one. `network`: a client without a login in a network that a rule
 * names. `network-user`: the same with one. `user`: all others who have logged in. `stranger`: all other clients.
 * Besides, `forwarded` and `forwarded-user`: an address that an alias or a `.forward` file has led to.
 */
export type SenderKind =
  | "stranger"
  | "network"
  | "network-user"
  | "user"
  | "own-user"
  | "own-address"
  | "socket"
  | "forwarded"
  | "forwarded-user";

/** Clients that differ in nothing that is known of them. */
export interface SenderClass {
  readonly kind: SenderKind;
  /** Of a network, the condition that names it, without its `!`. */
  readonly network: Condition | undefined;
  /** Where they can come in; none for the socket where no statement names it, and for what is forwarded. */
  readonly listeners: readonly Listener[];
  readonly scenario: Scenario;
  readonly literals: readonly Literal[];
}

/** The kinds of senders that the listeners of a configuration allow. */
export function findSenders(listeners: readonly Listener[], ruleset: Ruleset): readonly SenderClass[] {
  const open = listeners.filter(({ exposure }) => exposure !== "socket");
  const known: Known = { ruleset, networks: networksNamed(ruleset) };
  const remote = open.filter(isReachable);
  return [
    ...networkClasses("network", remote.filter(isFree), known),
    ...clients("stranger", remote.filter(isFree), known),
    ...networkClasses("network-user", remote.filter(takesLogins), known),
    ...clients("user", remote.filter(takesLogins), known),
    ...clients("own-user", open.filter(takesLogins), known),
    ...clients("own-address", open.filter(isFree), known),
    socketClass(listeners, ruleset),
  ];
}

/** What is looked up again: addresses out of aliases and `.forward` files. */
export function findForwarded(listeners: readonly Listener[], ruleset: Ruleset): readonly SenderClass[] {
  const tags = [...tagsOf(listeners.filter(({ exposure }) => exposure !== "socket")), socketTag(listeners, ruleset)];
  return [false, true].map((authenticated) => ({
    kind: authenticated ? "forwarded-user" : "forwarded",
    network: undefined,
    listeners: [],
    scenario: { ...anySession, authenticated, internal: true, tags: [...new Set(tags)] },
    literals: [],
  }));
}

interface Known {
  readonly ruleset: Ruleset;
  readonly networks: readonly Condition[];
}

const anySession: Scenario = {
  kind: "Scenario",
  session: "network",
  authenticated: false,
  internal: false,
  fcrdns: false,
  tags: [],
  sources: [],
  recipients: [],
  machineKnown: true,
  foreign: false,
};

/** A proxy on this machine brings in connections from elsewhere. */
function isReachable({ exposure, proxied }: Listener): boolean {
  return exposure !== "loopback" || proxied;
}

function isFree({ auth }: Listener): boolean {
  return auth !== "required";
}

function takesLogins({ auth }: Listener): boolean {
  return auth !== "none";
}

function tagsOf(listeners: readonly Listener[]): readonly string[] {
  return [...new Set(listeners.map(({ tag }) => tag))];
}

/** Tables of networks of which a sender can be. */
const mostNetworks = 8;

function networksNamed({ rules }: Ruleset): readonly Condition[] {
  const named = distinctConditions(rules).filter(namesNetworks);
  const positive = named.map((condition): Condition => ({ ...condition, negated: false }));
  return positive
    .filter(({ table }, index) => positive.findIndex((other) => other.table === table) === index)
    .slice(0, mostNetworks);
}

/** Whether a condition names networks that are somebody's in particular, or that are not known. */
function namesNetworks({ subject, service, table, option }: Condition): boolean {
  if (subject !== "source" || service !== "netaddr" || option?.name !== "src" || table === undefined) return false;
  if (table.kind === "UnknownTable") return true;
  const networks = table.keys.flatMap((key) => parseNetwork(key) ?? []);
  return networks.length > 0 && networks.every(isNarrow);
}

function ownAddress({ tables, matcherFor }: Ruleset): Condition {
  const table = tables.named("<localhost>");
  return {
    ...conditionOn("source", "netaddr", [], { tables, matcherFor }),
    table,
    matcher: matcherFor(table, "netaddr"),
  };
}

function networkClasses(
  kind: "network" | "network-user",
  listeners: readonly Listener[],
  { ruleset, networks }: Known,
): readonly SenderClass[] {
  if (listeners.length === 0) return [];
  const own = literal(ownAddress(ruleset), false);
  const session = { ...anySession, authenticated: kind === "network-user", tags: tagsOf(listeners) };
  return networks.map((network, index) => {
    const earlier = networks.slice(0, index).map((one) => literal(one, false));
    const scenario = { ...session, sources: firstAddresses(network) };
    return { kind, network, listeners, scenario, literals: [own, ...earlier, literal(network, true)] };
  });
}

/** Addresses to try first. */
function firstAddresses({ table }: Condition): readonly string[] {
  if (table?.kind !== "KnownTable") return elsewhere;
  return rangesOf(table)
    .slice(0, 3)
    .map(({ from }) => addressAt(from));
}

/** Addresses that are nobody's (RFC 5737, RFC 3849). */
const elsewhere = ["203.0.113.9", "[2001:db8::9]"];

const loggedIn: readonly SenderKind[] = ["user", "own-user"];

/** Clients from elsewhere or from the machine's own addresses, but for those in networks that rules name. */
function clients(
  kind: "stranger" | "user" | "own-user" | "own-address",
  listeners: readonly Listener[],
  { ruleset, networks }: Known,
): readonly SenderClass[] {
  if (listeners.length === 0) return [];
  const own = kind.startsWith("own");
  const sources = own ? ["127.0.0.1", "[::1]"] : elsewhere;
  const scenario = { ...anySession, authenticated: loggedIn.includes(kind), tags: tagsOf(listeners), sources };
  const socket = literal(conditionOn("source", "netaddr", ["local"], ruleset), false);
  const beyond = own ? [socket] : networks.map((network) => literal(network, false));
  return [{ kind, network: undefined, listeners, scenario, literals: [literal(ownAddress(ruleset), own), ...beyond] }];
}

function socketClass(all: readonly Listener[], ruleset: Ruleset): SenderClass {
  const listeners = all.filter(({ exposure }) => exposure === "socket");
  const tags = [socketTag(all, ruleset)];
  const scenario: Scenario = { ...anySession, session: "socket", authenticated: true, tags };
  return { kind: "socket", network: undefined, listeners, scenario, literals: [] };
}

/** Up to 6.6 what comes by the socket carries the tag `local`. */
function socketTag(listeners: readonly Listener[], { target }: Ruleset): string {
  if (!isAtLeast(target, "6.7.1")) return "local";
  return listeners.find(({ exposure }) => exposure === "socket")?.tag ?? "";
}
