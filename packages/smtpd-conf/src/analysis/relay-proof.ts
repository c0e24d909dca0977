import type { Listener } from "../model/listener.ts";
import type { Model } from "../model/model.ts";
import { type MemberFilter, resolveFilters } from "../model/resolve-filters.ts";
import { evaluateCondition } from "../runtime/decide.ts";
import { type Envelope, plainEnvelope } from "../runtime/envelope.ts";
import type { MatchRule } from "../runtime/match-rule.ts";
import type { Ruleset } from "../runtime/ruleset.ts";
import type { RuntimeTable } from "../runtime/table.ts";
import { conditionOn } from "./condition-on.ts";
import { type FilterObstacles, filterObstacles } from "./filter-obstacles.ts";
import { findDecided, openQuestions, type Questions } from "./find-decided.ts";
import type { Finding } from "./find-envelope.ts";
import { type Literal, literal } from "./literal.ts";
import { mayMeet } from "./may-meet.ts";
import { foreignRecipient, strangeName } from "./own-domains.ts";
import type { Scenario } from "./scenario.ts";
import { strangerAt } from "./sessions.ts";
import { strangeSource } from "./strangers.ts";

/** A way by which a stranger's mail for a foreign domain reaches an action that relays. */
export interface RelayWitness {
  readonly listener: Listener;
  readonly rule: MatchRule;
  /** The mail that goes through. */
  readonly envelope: Envelope;
  readonly greeting: "helo" | "ehlo";
  /** Whether any foreign domain will do, or only one that is made to look like one of the configuration's. */
  readonly domains: "any" | "crafted";
  /** Tables that would have to hold what it needs; none where it goes through for sure. */
  readonly tables: readonly RuntimeTable[];
  /** What those tables would have to say of it. */
  readonly assumptions: readonly Literal[];
  /** Filter programs, and filters that rewrite, on the way: they may refuse it. */
  readonly filters: readonly MemberFilter[];
}

/** Whether strangers can relay. `depends`: on tables or filters. `unknown`: the search came to its bounds. */
export interface RelayProof {
  readonly answer: "no" | "yes" | "depends" | "unknown";
  /** One for each listener and rule by which it goes, those that are sure before those that depend. */
  readonly witnesses: readonly RelayWitness[];
  /** Filters that keep strangers from relaying where no rule does, but that may let them pass: see `FilterObstacles`. */
  readonly doubtful: readonly MemberFilter[];
}

/** Attempts for all listeners and rules together. */
const mostSteps = 12_000;

/**
 * Finds out whether a stranger — any address that the configuration does not know, no login, any name, greeting and sender —
 * can have mail for a foreign domain relayed through any of the listeners. One kind of listener is one step.
 */
export function* proveRelay(
  model: Model,
  listeners: readonly Listener[],
  ruleset: Ruleset,
): Generator<void, RelayProof> {
  const open = listeners.filter(isOpenToStrangers);
  if (open.length === 0) return { answer: "no", witnesses: [], doubtful: [] };
  const proving = beginProof(model, ruleset);
  const passages = new Map<string, Passages>();
  for (const listener of open) {
    const key = keyOf(listener);
    if (passages.has(key)) continue;
    passages.set(key, findPassages(listener, proving));
    yield;
  }
  const witnesses = open.flatMap((listener) => {
    const { found } = passages.get(keyOf(listener)) as Passages;
    return found.map((passage) => ({ ...passage, listener }));
  });
  const all = [...passages.values()];
  const complete = all.every((one) => one.complete);
  const doubtful = [...new Set(all.flatMap((one) => one.doubtful))];
  return { answer: answerFrom(witnesses, doubtful, complete), witnesses, doubtful };
}

/** What listeners have in common that let the same mail through. */
function keyOf(listener: Listener): string {
  return JSON.stringify([listener.tag, isAnybody(listener), listener.filters.map(({ value }) => value)]);
}

/** The rules by which a stranger's mail gets through a listener, and through others like it. */
interface Passages {
  readonly found: readonly Omit<RelayWitness, "listener">[];
  /** The filters that keep it from getting through by others, as far as they do. */
  readonly doubtful: readonly MemberFilter[];
  /** Whether these are all. */
  readonly complete: boolean;
}

function findPassages(listener: Listener, proving: Proving): Passages {
  const { budget } = proving.questions;
  const ways = waysInto(listener, proving);
  const found: Omit<RelayWitness, "listener">[] = [];
  const doubtful = new Set<MemberFilter>();
  let complete = true;
  for (const rule of isAnybody(listener) ? proving.rules.anybody : proving.rules.stranger) {
    if (budget.work <= 0) return { found, doubtful: [...doubtful], complete: false };
    budget.work -= 1;
    const passage = hasTag(rule, listener) ? passageBy(rule, ways, proving) : undefined;
    if (passage === "unknown") complete = false;
    else if (passage === "filtered") for (const filter of ways.flatMap(doubtfulFilters)) doubtful.add(filter);
    else if (passage !== undefined) found.push(passage);
  }
  return { found, doubtful: [...doubtful], complete };
}

/** Whether each client can say by itself where it comes from. */
function isAnybody({ proxied, exposure }: Listener): boolean {
  return proxied && exposure !== "loopback";
}

function hasTag({ conditions }: MatchRule, { tag }: Listener): boolean {
  const condition = conditions.find(({ subject }) => subject === "tag");
  return (
    condition === undefined ||
    evaluateCondition(condition, { ...plainEnvelope, source: "", rcptTo: "", tag }) !== "no-match"
  );
}

function answerFrom(
  witnesses: readonly RelayWitness[],
  doubtful: readonly MemberFilter[],
  complete: boolean,
): RelayProof["answer"] {
  if (witnesses.some(({ tables }) => tables.length === 0)) return "yes";
  if (!complete) return "unknown";
  return witnesses.length > 0 || doubtful.length > 0 ? "depends" : "no";
}

/** A proxy on this machine brings in connections from elsewhere. A listener that demands a login lets no stranger send. */
function isOpenToStrangers({ exposure, auth, proxied }: Listener): boolean {
  if (auth === "required" || exposure === "socket") return false;
  return exposure !== "loopback" || proxied;
}

interface Proving {
  readonly model: Model;
  readonly ruleset: Ruleset;
  /** The rules that relay, but for those that are plainly not for such clients or not for foreign domains. */
  readonly rules: Readonly<Record<"stranger" | "anybody", readonly MatchRule[]>>;
  readonly foreign: readonly Literal[];
  readonly questions: Questions;
}

function beginProof(model: Model, ruleset: Ruleset): Proving {
  const relaying = new Set(model.actions.filter(({ method }) => method.name === "relay").map(({ name }) => name.value));
  const foreign = foreignRecipient(ruleset);
  const relayRules = ruleset.rules.filter(({ action }) => action !== undefined && relaying.has(action));
  const anybody = relayRules.filter((rule) => mayMeet(rule, anyStranger, foreign));
  return {
    model,
    ruleset,
    rules: { stranger: anybody.filter((rule) => mayMeet(rule, anyStranger, [strangeSource(ruleset, [])])), anybody },
    foreign,
    questions: openQuestions(ruleset, mostSteps),
  };
}

/** What all strangers have in common. */
const anyStranger = strangerAt({ tag: "" }, false, true);

/** What is tried for a rule, in the order in which a witness is worth most. */
const attempts = [
  { domains: "any", assume: false },
  { domains: "crafted", assume: false },
  { domains: "any", assume: true },
  { domains: "crafted", assume: true },
] as const;

type Attempt = (typeof attempts)[number];

/** What asks for least: where nothing is found so, nothing is found in any other way. */
const leastAttempt: Attempt = attempts[3];

function passageBy(
  rule: MatchRule,
  ways: readonly Way[],
  proving: Proving,
): Passages["found"][number] | "filtered" | "unknown" | undefined {
  let unknown = false;
  const open = ways.filter((way) => search(rule, way, leastAttempt, proving).kind !== "none");
  if (open.length === 0) return ways.some((way) => isFiltered(rule, way, proving)) ? "filtered" : undefined;
  for (const attempt of attempts) {
    for (const way of open) {
      const finding = search(rule, way, attempt, proving);
      if (finding.kind === "found") return passageFrom(finding, rule, way, attempt);
      unknown ||= finding.kind === "unknown";
    }
  }
  return unknown ? "unknown" : undefined;
}

/** Whether a rule would let mail through that only filters keep out, and these not for sure. */
function isFiltered(rule: MatchRule, way: Way, proving: Proving): boolean {
  const { obstacles, sure } = way.filters;
  if (sure.length === obstacles.length) return false;
  const open = { ...way, filters: { ...way.filters, obstacles: sure } };
  return search(rule, open, leastAttempt, proving).kind !== "none";
}

function doubtfulFilters({ filters: { obstacles, sure } }: Way): readonly MemberFilter[] {
  return obstacles.filter((obstacle) => !sure.includes(obstacle)).map(({ source }) => source);
}

/** How a client can behave towards a listener. */
interface Way {
  readonly greeting: "helo" | "ehlo";
  readonly filters: FilterObstacles;
  readonly scenario: Scenario;
  readonly literals: readonly Literal[];
}

/**
 * HELO or EHLO, with a name that leads back to its address or not; from behind a proxy header, as anybody. Where no filter
 * is in the way, nobody looks at such things.
 */
function waysInto(listener: Listener, { model, ruleset, foreign }: Proving): readonly Way[] {
  const members = resolveFilters(listener, model);
  const anybody = isAnybody(listener);
  const ways = (["ehlo", "helo"] as const).flatMap((greeting) => {
    const filters = filterObstacles(members, greeting, ruleset);
    const inFilters = filters.obstacles.flatMap(({ conditions }) => conditions);
    const literals = anybody ? foreign : [strangeSource(ruleset, inFilters), ...foreign];
    const named = strangeName(ruleset);
    return [
      { greeting, filters, literals, scenario: strangerAt(listener, false, anybody) },
      { greeting, filters, literals: [...literals, ...named], scenario: strangerAt(listener, true, anybody) },
    ];
  });
  return ways.every(({ filters }) => filters.obstacles.length === 0) ? ways.slice(0, 1) : ways;
}

function search(
  rule: MatchRule,
  { filters, scenario, literals }: Way,
  { domains, assume }: Attempt,
  { ruleset, questions }: Proving,
): Finding<unknown> {
  const anyDomain = domains === "any" ? [unrelatedDomain(ruleset)] : [];
  const kind = { scenario, literals: [...literals, ...anyDomain], obstacles: filters.obstacles };
  return findDecided(rule, kind, assume, questions);
}

/** Demands a domain that has nothing to do with anything: who can send there can send everywhere. */
function unrelatedDomain(ruleset: Ruleset): Literal {
  return literal(conditionOn("domain", "domain", ["elsewhere.example", "nowhere.example"], ruleset), true);
}

function passageFrom(
  { envelope, assumptions }: Extract<Finding<unknown>, { kind: "found" }>,
  rule: MatchRule,
  { greeting, filters }: Way,
  { domains }: Attempt,
): Passages["found"][number] {
  const tables = assumptions.flatMap(({ condition: { table } }) => table ?? []);
  return { rule, envelope, greeting, domains, tables: [...new Set(tables)], assumptions, filters: filters.opaque };
}
