import { isAtLeast } from "../language/releases.ts";
import type { Listener } from "../model/listener.ts";
import type { Model } from "../model/model.ts";
import { resolveFilters } from "../model/resolve-filters.ts";
import { groupedBy } from "../parser/grouped-by.ts";
import type { Ruleset } from "../runtime/ruleset.ts";
import { conditionOn } from "./condition-on.ts";
import { type FilterObstacles, filterObstacles } from "./filter-obstacles.ts";
import { type Literal, literal } from "./literal.ts";
import { strangeName } from "./own-domains.ts";
import type { Scenario } from "./scenario.ts";
import { clientAt, strangerAt } from "./sessions.ts";
import { strangeSource } from "./strangers.ts";

/**
 * Who sends. `stranger`: a client from elsewhere that the configuration does not know, without a login. `user`: one who has
 * logged in. `machine`: the machine itself, through the socket or from the loopback without a login.
 */
export type Party = "stranger" | "user" | "machine";

/** Where a party can come in. Listeners that treat mail alike are one entrance. */
export interface Entrance {
  readonly party: Party;
  /** Empty for the socket where no `listen` statement names it: it is there all the same. */
  readonly listeners: readonly Listener[];
  /** The ways in which a client can behave there. */
  readonly ways: readonly EntranceWay[];
}

export interface EntranceWay {
  readonly greeting: "helo" | "ehlo";
  readonly scenario: Scenario;
  readonly literals: readonly Literal[];
  readonly filters: FilterObstacles;
}

/** The entrances of a configuration, in the order of its listeners; for this machine, the socket comes first. */
export function findEntrances(model: Model, listeners: readonly Listener[], ruleset: Ruleset): readonly Entrance[] {
  const at = (party: Party, open: (listener: Listener) => boolean) =>
    groupAlike(listeners.filter(open)).map((alike) => entranceAt(party, alike, model, ruleset));
  return [
    ...at("stranger", isOpenToStrangers),
    ...at("user", takesLogins),
    socketEntrance(model, listeners, ruleset),
    ...at("machine", takesLoopback),
  ];
}

/** A proxy on this machine brings in connections from elsewhere. */
function isOpenToStrangers({ exposure, auth, proxied }: Listener): boolean {
  if (auth === "required" || exposure === "socket") return false;
  return exposure !== "loopback" || proxied;
}

function takesLogins({ auth, exposure }: Listener): boolean {
  return auth !== "none" && exposure !== "loopback" && exposure !== "socket";
}

/** Whether a client that connects from 127.0.0.1 or ::1 can reach a listener. */
function takesLoopback({ auth, exposure, directive }: Listener): boolean {
  if (auth === "required" || exposure === "socket") return false;
  return exposure === "loopback" || /^(?:0\.0\.0\.0|::)$/.test(directive.interface?.value ?? "");
}

type Alike = readonly [Listener, ...Listener[]];

/** Puts the listeners together that differ in nothing that rules or filters see. */
function groupAlike(listeners: readonly Listener[]): readonly Alike[] {
  const groups = groupedBy(listeners, ({ tag, filters, exposure, proxied }) => {
    const believed = proxied && exposure !== "loopback";
    return JSON.stringify([tag, believed, filters.map(({ value }) => value)]);
  });
  return [...groups.values()];
}

function entranceAt(party: Party, listeners: Alike, model: Model, ruleset: Ruleset): Entrance {
  const [listener] = listeners;
  const ways = greetings.flatMap((greeting) => {
    const filters = filterObstacles(resolveFilters(listener, model), greeting, ruleset);
    const clients = [false, true].map((fcrdns) => clientOf(party, listener, fcrdns, filters, ruleset));
    return clients.map((client) => ({ ...client, greeting, filters }));
  });
  return { party, listeners, ways: differing(ways) };
}

const greetings = ["ehlo", "helo"] as const;

/** Only filters see how a client greets, and whether its name leads back to its address. */
function differing(ways: readonly EntranceWay[]): readonly EntranceWay[] {
  return ways.every(({ filters }) => filters.obstacles.length === 0) ? ways.slice(0, 1) : ways;
}

function clientOf(
  party: Party,
  listener: Listener,
  fcrdns: boolean,
  filters: FilterObstacles,
  ruleset: Ruleset,
): Pick<EntranceWay, "scenario" | "literals"> {
  if (party === "machine") return loopbackClient(listener, fcrdns, ruleset);
  const anybody = listener.proxied && listener.exposure !== "loopback";
  const scenario = party === "user" ? clientAt(listener, true) : strangerAt(listener, false, anybody);
  const conditions = filters.obstacles.flatMap((obstacle) => obstacle.conditions);
  const source = party === "stranger" && anybody ? [] : [strangeSource(ruleset, conditions)];
  return { scenario: { ...scenario, fcrdns }, literals: fcrdns ? [...source, ...strangeName(ruleset)] : source };
}

const loopbackAddresses = ["127.0.0.1", "::1"];

function loopbackClient(
  listener: Listener,
  fcrdns: boolean,
  ruleset: Ruleset,
): Pick<EntranceWay, "scenario" | "literals"> {
  const scenario = { ...clientAt(listener, false), fcrdns, sources: ["127.0.0.1", "[::1]"] };
  return { scenario, literals: [literal(conditionOn("source", "netaddr", loopbackAddresses, ruleset), true)] };
}

/** Mail that is handed in on the socket. Up to 6.6 it carries the tag `local`. */
function socketEntrance(model: Model, all: readonly Listener[], ruleset: Ruleset): Entrance {
  const listener = all.find(({ exposure }) => exposure === "socket");
  const members = listener === undefined ? [] : resolveFilters(listener, model);
  const tag = isAtLeast(model.target, "6.7.1") ? (listener?.tag ?? "") : "local";
  const scenario: Scenario = { ...socketSession, tags: [tag] };
  const filters = filterObstacles(members, "ehlo", ruleset);
  const listeners = listener === undefined ? [] : [listener];
  return { party: "machine", listeners, ways: [{ greeting: "ehlo", scenario, literals: [], filters }] };
}

const socketSession = {
  kind: "Scenario",
  session: "socket",
  authenticated: true,
  internal: false,
  fcrdns: false,
  sources: [],
  recipients: [],
  machineKnown: true,
  foreign: false,
} as const;
