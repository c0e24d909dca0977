import type { Listener } from "../model/listener.ts";
import type { Model } from "../model/model.ts";
import { type MemberFilter, resolveFilters } from "../model/resolve-filters.ts";
import type { Envelope } from "../runtime/envelope.ts";
import type { Condition, MatchRule } from "../runtime/match-rule.ts";
import type { Ruleset } from "../runtime/ruleset.ts";
import type { RuntimeTable } from "../runtime/table.ts";
import { conditionOn } from "./condition-on.ts";
import { type FilterObstacles, filterObstacles } from "./filter-obstacles.ts";
import { findDecided, openQuestions, type Questions } from "./find-decided.ts";
import type { Finding } from "./find-envelope.ts";
import { type Literal, literal } from "./literal.ts";
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

/** Whether strangers can relay. `depends`: on the tables that the witnesses name. `unknown`: the search came to its bounds. */
export interface RelayProof {
  readonly answer: "no" | "yes" | "depends" | "unknown";
  /** One for each listener and rule by which it goes, those that are sure before those that depend. */
  readonly witnesses: readonly RelayWitness[];
}

/** Attempts for all listeners and rules together. */
const mostSteps = 40_000;

/**
 * Finds out whether a stranger — any address that the configuration does not know, no login, any name, greeting and sender —
 * can have mail for a foreign domain relayed through any of the listeners.
 */
export function proveRelay(model: Model, listeners: readonly Listener[], ruleset: Ruleset): RelayProof {
  const proving = beginProof(model, ruleset);
  const witnesses: RelayWitness[] = [];
  let unknown = false;
  for (const listener of listeners.filter(isOpenToStrangers)) {
    for (const rule of proving.relayRules) {
      const found = witnessFor(listener, rule, proving);
      if (found === "unknown") unknown = true;
      else if (found !== undefined) witnesses.push(found);
    }
  }
  return { answer: answerFrom(witnesses, unknown), witnesses };
}

function answerFrom(witnesses: readonly RelayWitness[], unknown: boolean): RelayProof["answer"] {
  if (witnesses.some(({ tables }) => tables.length === 0)) return "yes";
  if (unknown) return "unknown";
  return witnesses.length > 0 ? "depends" : "no";
}

/** A proxy on this machine brings in connections from elsewhere. A listener that demands a login lets no stranger send. */
function isOpenToStrangers({ exposure, auth, proxied }: Listener): boolean {
  if (auth === "required" || exposure === "socket") return false;
  return exposure !== "loopback" || proxied;
}

interface Proving {
  readonly model: Model;
  readonly ruleset: Ruleset;
  readonly relayRules: readonly MatchRule[];
  readonly foreign: readonly Literal[];
  readonly questions: Questions;
}

function beginProof(model: Model, ruleset: Ruleset): Proving {
  const relaying = new Set(model.actions.filter(({ method }) => method.name === "relay").map(({ name }) => name.value));
  return {
    model,
    ruleset,
    relayRules: ruleset.rules.filter(({ action }) => action !== undefined && relaying.has(action)),
    foreign: foreignRecipient(ruleset),
    questions: openQuestions(ruleset, mostSteps),
  };
}

/** What is tried for a listener and a rule, in the order in which a witness is worth most. */
const attempts = [
  { domains: "any", assume: false },
  { domains: "crafted", assume: false },
  { domains: "any", assume: true },
  { domains: "crafted", assume: true },
] as const;

type Attempt = (typeof attempts)[number];

function witnessFor(listener: Listener, rule: MatchRule, proving: Proving): RelayWitness | "unknown" | undefined {
  let unknown = false;
  for (const attempt of attempts) {
    for (const way of waysInto(listener, proving)) {
      const finding = search(rule, way, attempt, proving);
      if (finding.kind === "found") return witnessFrom(finding, listener, rule, way, attempt);
      unknown ||= finding.kind === "unknown";
    }
  }
  return unknown ? "unknown" : undefined;
}

/** How a client can behave towards a listener. */
interface Way {
  readonly greeting: "helo" | "ehlo";
  readonly filters: FilterObstacles;
  readonly scenario: Scenario;
  readonly literals: readonly Literal[];
}

/** HELO or EHLO, with a name that leads back to its address or not; from behind a proxy header, as anybody. */
function waysInto(listener: Listener, { model, ruleset, foreign }: Proving): readonly Way[] {
  const members = resolveFilters(listener, model);
  const anybody = listener.proxied && listener.exposure !== "loopback";
  return (["ehlo", "helo"] as const).flatMap((greeting) => {
    const filters = filterObstacles(members, greeting, ruleset);
    const strange = strangeSource(
      ruleset,
      filters.obstacles.flatMap(({ conditions }) => conditions),
    );
    const literals = anybody ? foreign : [strange, ...foreign];
    const named = strangeName(ruleset);
    return [
      { greeting, filters, literals, scenario: strangerAt(listener, false, anybody) },
      { greeting, filters, literals: [...literals, ...named], scenario: strangerAt(listener, true, anybody) },
    ];
  });
}

function search(
  rule: MatchRule,
  { filters, scenario, literals }: Way,
  { domains, assume }: Attempt,
  proving: Proving,
): Finding<unknown> {
  const anyDomain = domains === "any" ? [literal(unrelatedDomain(proving.ruleset), true)] : [];
  const kind = { scenario, literals: [...literals, ...anyDomain], obstacles: filters.obstacles };
  return findDecided(rule, kind, assume, proving.questions);
}

/** Domains that have nothing to do with anything: who can send there can send everywhere. */
function unrelatedDomain(ruleset: Ruleset): Condition {
  return conditionOn("domain", "domain", ["elsewhere.example", "nowhere.example"], ruleset);
}

function witnessFrom(
  { envelope, assumptions }: Extract<Finding<unknown>, { kind: "found" }>,
  listener: Listener,
  rule: MatchRule,
  { greeting, filters }: Way,
  { domains }: Attempt,
): RelayWitness {
  const tables = assumptions.flatMap(({ condition: { table } }) => table ?? []);
  return {
    listener,
    rule,
    envelope,
    greeting,
    domains,
    tables: [...new Set(tables)],
    assumptions,
    filters: filters.opaque,
  };
}
