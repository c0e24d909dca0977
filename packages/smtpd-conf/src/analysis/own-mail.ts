import type { Listener } from "../model/listener.ts";
import { evaluateCondition } from "../runtime/decide.ts";
import { type Envelope, plainEnvelope } from "../runtime/envelope.ts";
import type { Condition, MatchRule } from "../runtime/match-rule.ts";
import type { Ruleset } from "../runtime/ruleset.ts";
import { conditionOn } from "./condition-on.ts";
import type { Entrance, Party } from "./entrances.ts";
import { findDecided, openQuestions, type Questions } from "./find-decided.ts";
import { type Literal, literal } from "./literal.ts";
import { mayMeet } from "./may-meet.ts";
import type { Reach } from "./reachability.ts";

/** A domain that mail from strangers is taken for, by name. */
export interface OwnDomain {
  readonly domain: string;
  /** The rule that takes it. */
  readonly rule: MatchRule;
  readonly listener: Listener;
}

/** Questions about mail for the domains of a configuration. Each answer is certain; where it cannot be told, it is left out. */
export interface OwnMail {
  /** Mail of a party for a domain that a rule decides about, and where it comes in; with a sender in that domain, or any. */
  readonly example: (party: Party, rule: MatchRule, domain: string, sender: "own" | "any") => OwnExample | undefined;
}

export interface OwnExample {
  readonly entrance: Entrance;
  readonly envelope: Envelope;
}

/** What the questions are about. */
export interface OwnMailSubject {
  readonly ruleset: Ruleset;
  readonly entrances: readonly Entrance[];
  /** That of the rules. */
  readonly reach: readonly Reach[];
}

/** Attempts for all questions together. */
const mostSteps = 5000;

export function openOwnMail({ ruleset, entrances, reach }: OwnMailSubject): OwnMail {
  const asking: Asking = { questions: openQuestions(ruleset, mostSteps), entrances, reach, open: new Map() };
  return { example: (...asked) => findExample(asking, ...asked) };
}

/** Finds the domains that rules list in `for domain` and take mail for from strangers: of each rule, the first. In steps. */
export function* findOwnDomains(subject: OwnMailSubject): Generator<void, readonly OwnDomain[]> {
  const { example } = openOwnMail(subject);
  const domains: OwnDomain[] = [];
  for (const rule of subject.ruleset.rules) {
    domains.push(...ownDomainOf(rule, example));
    yield;
  }
  return domains;
}

interface Asking {
  readonly questions: Questions;
  readonly entrances: readonly Entrance[];
  readonly reach: readonly Reach[];
  /** Where a party can come in that a rule may decide about, as far as that was asked. */
  readonly open: Map<MatchRule, Map<Party, readonly Entrance[]>>;
}

/** Entries of one rule that are tried. */
const mostEntries = 3;

function ownDomainOf(rule: MatchRule, example: OwnMail["example"]): readonly OwnDomain[] {
  if (rule.action === undefined) return [];
  const listed = rule.conditions.flatMap(domainsOf).filter((key) => /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(key));
  for (const domain of listed.slice(0, mostEntries)) {
    const listener = example("stranger", rule, domain, "any")?.entrance.listeners[0];
    if (listener !== undefined) return [{ domain, rule, listener }];
  }
  return [];
}

function domainsOf({ subject, service, table, negated }: Condition): readonly string[] {
  if (subject !== "domain" || service !== "domain" || negated || table?.kind !== "KnownTable") return [];
  return table.name.startsWith("<any") || table.name.startsWith("<local") ? [] : table.keys;
}

function findExample(
  asking: Asking,
  ...[party, rule, domain, sender]: Parameters<OwnMail["example"]>
): OwnExample | undefined {
  const { questions } = asking;
  const { ruleset, budget } = questions;
  const about =
    sender === "own" ? [recipientIn(domain, ruleset), senderIn(domain, ruleset)] : [recipientIn(domain, ruleset)];
  for (const entrance of entrancesFor(rule, party, asking)) {
    for (const { scenario, literals, filters } of entrance.ways) {
      if (budget.work <= 0) return undefined;
      const kind = { scenario, literals: [...literals, ...about], obstacles: filters.obstacles };
      const finding = findDecided<unknown>(rule, kind, false, questions);
      if (finding.kind === "found") return { entrance, envelope: finding.envelope };
    }
  }
  return undefined;
}

/** Where a party can come in with mail that a rule may decide about: nowhere, if it decides about none at all. */
function entrancesFor(rule: MatchRule, party: Party, { entrances, reach, open }: Asking): readonly Entrance[] {
  const reached = reach[rule.number - 1]?.kind;
  if (reached === "covered" || reached === "impossible") return [];
  const ofRule = open.get(rule) ?? new Map<Party, readonly Entrance[]>();
  open.set(rule, ofRule);
  const known = ofRule.get(party);
  if (known !== undefined) return known;
  const found = entrances.filter((entrance) => entrance.party === party && mayComeBy(rule, entrance));
  ofRule.set(party, found);
  return found;
}

function mayComeBy(rule: MatchRule, { ways }: Entrance): boolean {
  return ways.some(({ scenario, literals }) => hasTag(rule, scenario.tags) && mayMeet(rule, scenario, literals));
}

/** Whether the tag that a rule asks for, if any, is one of these. */
function hasTag({ conditions }: MatchRule, tags: readonly string[]): boolean {
  const condition = conditions.find(({ subject }) => subject === "tag");
  if (condition === undefined) return true;
  return tags.some((tag) => evaluateCondition(condition, { ...noMail, tag }) !== "no-match");
}

const noMail: Envelope = { ...plainEnvelope, source: "", rcptTo: "" };

function recipientIn(domain: string, ruleset: Ruleset): Literal {
  return literal(conditionOn("domain", "domain", [domain], ruleset), true);
}

function senderIn(domain: string, ruleset: Ruleset): Literal {
  const condition = conditionOn("rdns", "mailaddr", [`@${domain}`], ruleset);
  return literal({ ...condition, name: "mail-from", subject: "sender" }, true);
}
