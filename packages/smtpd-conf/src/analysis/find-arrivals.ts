import type { Listener } from "../model/listener.ts";
import type { Model } from "../model/model.ts";
import { type MemberFilter, resolveFilters } from "../model/resolve-filters.ts";
import { addressText } from "../runtime/builtin-tables.ts";
import type { Ruleset } from "../runtime/ruleset.ts";
import { conditionOn } from "./condition-on.ts";
import { findEntrances } from "./entrances.ts";
import { filterObstacles } from "./filter-obstacles.ts";
import { openQuestions, type Questions } from "./find-decided.ts";
import { type Ending, endingsOf, findEnding } from "./find-ending.ts";
import { type Literal, literal } from "./literal.ts";
import type { MailKind } from "./mail-kind.ts";
import { allScenarios } from "./scenarios.ts";
import { clientAt } from "./sessions.ts";

/** Whether some mail takes a way: it does, it may since the search came to its bounds, or it does not. */
export type Passage = "sure" | "perhaps" | "none";

/** What can become of the mail that comes in by a listener and past its filters. */
export interface Arrivals {
  /** Undefined for the socket where no statement names it. */
  readonly listener: Listener | undefined;
  /** For each rule in order, whether it decides about some of that mail, or fails on it. */
  readonly rules: readonly Passage[];
  /** Whether there is mail that no rule matches. */
  readonly unmatched: Passage;
}

/** Attempts for all listeners and rules together: some seconds. */
const mostSteps = 60_000;

/**
 * Finds out for each listener, and for the socket, which rules decide about the mail that comes in there: from clients
 * elsewhere, with a login where the listener takes one, and from this machine where it can reach the listener.
 */
export function findArrivals(model: Model, listeners: readonly Listener[], ruleset: Ruleset): readonly Arrivals[] {
  const asking: Asking = { model, ruleset, questions: openQuestions(ruleset, mostSteps), endings: endingsOf(ruleset) };
  const known = new Map<string, Omit<Arrivals, "listener">>();
  const arrivals = listeners.map((listener): Arrivals => {
    const key = keyOf(listener);
    const found = known.get(key) ?? arrivalsFor(mailAt(listener, listeners, asking), asking);
    known.set(key, found);
    return { listener, ...found };
  });
  if (listeners.some(isSocket)) return arrivals;
  return [...arrivals, { listener: undefined, ...arrivalsFor(socketMail(listeners, asking), asking) }];
}

/** For each rule, whether it decides about mail that an alias or a `.forward` file sends on, by whatever listener it came. */
export function findForwarded(ruleset: Ruleset, listeners: readonly Listener[]): readonly Passage[] {
  const questions = openQuestions(ruleset, mostSteps);
  const scenarios = allScenarios(listeners, ruleset, ruleset.machine).filter(({ internal }) => internal);
  const kinds = scenarios.map((scenario) => ({ scenario, literals: [] }));
  return endingsOf(ruleset).map((ending) => passageTo(ending, kinds, { questions }));
}

interface Asking {
  readonly model: Model;
  readonly ruleset: Ruleset;
  readonly questions: Questions;
  readonly endings: readonly Ending[];
}

/** What listeners have in common that let the same mail in. */
function keyOf(listener: Listener): string {
  const { exposure, proxied, auth, tag, filters } = listener;
  const reach = [isElsewhere(listener), takesLoopback(listener), exposure === "socket"];
  return JSON.stringify([...reach, proxied, auth, tag, filters.map(({ value }) => value)]);
}

function isSocket({ exposure }: Listener): boolean {
  return exposure === "socket";
}

/** Whether clients on other machines can connect. A proxy on this machine brings them in. */
function isElsewhere({ exposure, proxied }: Listener): boolean {
  return exposure === "public" || exposure === "private" || (exposure === "loopback" && proxied);
}

/** On BSD, `all` is the group of all interfaces. */
function takesLoopback({ exposure, directive }: Listener): boolean {
  return exposure === "loopback" || /^(?:0\.0\.0\.0|::|all)$/.test(directive.interface?.value ?? "");
}

function arrivalsFor(kinds: readonly MailKind<unknown>[], asking: Asking): Omit<Arrivals, "listener"> {
  const passages = asking.endings.map((ending) => passageTo(ending, kinds, asking));
  return { rules: passages.slice(0, -1), unmatched: passages.at(-1) ?? "none" };
}

function passageTo(
  ending: Ending,
  kinds: readonly MailKind<unknown>[],
  { questions }: Pick<Asking, "questions">,
): Passage {
  let passage: Passage = "none";
  for (const mail of kinds) {
    // A table that is not known holds something of what it could hold, and not all.
    const { kind } = findEnding(ending, mail, true, questions);
    if (kind === "found") return "sure";
    if (kind === "unknown") passage = "perhaps";
  }
  return passage;
}

function mailAt(listener: Listener, listeners: readonly Listener[], asking: Asking): readonly MailKind<unknown>[] {
  if (isSocket(listener)) return socketMail(listeners, asking);
  const members = resolveFilters(listener, asking.model);
  return [...(isElsewhere(listener) ? [false] : []), ...(takesLoopback(listener) ? [true] : [])].flatMap(
    (fromLoopback) => {
      const literals = sourceLiterals(listener, fromLoopback, asking);
      return loginsAt(listener).flatMap((authenticated) =>
        waysPast(members, listener, authenticated, literals, asking),
      );
    },
  );
}

function loginsAt({ auth }: Listener): readonly boolean[] {
  return [...(auth === "required" ? [] : [false]), ...(auth === "none" ? [] : [true])];
}

/**
 * Clients elsewhere have none of the machine's own addresses; one behind a proxy header can claim any. Programs of this
 * machine could connect from all of 127.0.0.0/8, but hardly ever do.
 */
function sourceLiterals(listener: Listener, fromLoopback: boolean, { ruleset }: Asking): readonly Literal[] {
  if (listener.proxied) return [];
  const own = ["[::1]", "::1", ...ruleset.machine.addresses.map(addressText)];
  const addresses = [fromLoopback ? "127.0.0.1" : "127.0.0.0/8", ...own];
  return [literal(conditionOn("source", "netaddr", addresses, ruleset), fromLoopback)];
}

/** HELO or EHLO, with a name that leads back to the address or not: only filters look at that. */
function waysPast(
  members: readonly MemberFilter[],
  listener: Listener,
  authenticated: boolean,
  literals: readonly Literal[],
  { ruleset }: Asking,
): readonly MailKind<unknown>[] {
  const ways = (["ehlo", "helo"] as const).flatMap((greeting) => {
    const { obstacles } = filterObstacles(members, greeting, ruleset);
    return [false, true].map((fcrdns) => {
      return { scenario: { ...clientAt(listener, authenticated), fcrdns }, literals, obstacles };
    });
  });
  return ways.every(({ obstacles }) => obstacles.length === 0) ? ways.slice(0, 1) : ways;
}

/** Mail that is handed in on the socket. */
function socketMail(listeners: readonly Listener[], { model, ruleset }: Asking): readonly MailKind<unknown>[] {
  const entrances = findEntrances(model, listeners.filter(isSocket), ruleset);
  return entrances.flatMap(({ ways }) => {
    return ways.map(({ scenario, literals, filters: { obstacles } }) => ({ scenario, literals, obstacles }));
  });
}
