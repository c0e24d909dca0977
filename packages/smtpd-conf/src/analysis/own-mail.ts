import type { Listener } from "../model/listener.ts";
import type { Model } from "../model/model.ts";
import type { Envelope } from "../runtime/envelope.ts";
import type { Condition, MatchRule } from "../runtime/match-rule.ts";
import type { Ruleset } from "../runtime/ruleset.ts";
import { conditionOn } from "./condition-on.ts";
import { type Entrance, findEntrances, type Party } from "./entrances.ts";
import { findDecided, openQuestions, type Questions } from "./find-decided.ts";
import { type Literal, literal } from "./literal.ts";

/** A domain that mail from strangers is taken for, by name. */
export interface OwnDomain {
  readonly domain: string;
  /** The rule that takes it. */
  readonly rule: MatchRule;
  readonly listener: Listener;
}

/** Questions about mail for the domains of a configuration. Each answer is certain; where it cannot be told, it is left out. */
export interface OwnMail {
  /** The domains that rules list in `for domain` and take mail for from strangers: of each rule, the first. */
  readonly domains: readonly OwnDomain[];
  /** Mail of a party for a domain that a rule decides about, and where it comes in; with a sender in that domain, or any. */
  readonly example: (party: Party, rule: MatchRule, domain: string, sender: "own" | "any") => OwnExample | undefined;
}

export interface OwnExample {
  readonly entrance: Entrance;
  readonly envelope: Envelope;
}

/** Attempts for all questions together. */
const mostSteps = 5000;

export function openOwnMail(model: Model, listeners: readonly Listener[], ruleset: Ruleset): OwnMail {
  const asking: Asking = {
    questions: openQuestions(ruleset, mostSteps),
    entrances: findEntrances(model, listeners, ruleset),
  };
  const example: OwnMail["example"] = (...asked) => findExample(asking, ...asked);
  const domains = ruleset.rules.flatMap((rule) => ownDomainOf(rule, example));
  return { domains, example };
}

interface Asking {
  readonly questions: Questions;
  readonly entrances: readonly Entrance[];
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
  { questions, entrances }: Asking,
  ...[party, rule, domain, sender]: Parameters<OwnMail["example"]>
): OwnExample | undefined {
  const { ruleset } = questions;
  const about =
    sender === "own" ? [recipientIn(domain, ruleset), senderIn(domain, ruleset)] : [recipientIn(domain, ruleset)];
  for (const entrance of entrances.filter((one) => one.party === party)) {
    for (const { scenario, literals, filters } of entrance.ways) {
      const kind = { scenario, literals: [...literals, ...about], obstacles: filters.obstacles };
      const finding = findDecided<unknown>(rule, kind, false, questions);
      if (finding.kind === "found") return { entrance, envelope: finding.envelope };
    }
  }
  return undefined;
}

function recipientIn(domain: string, ruleset: Ruleset): Literal {
  return literal(conditionOn("domain", "domain", [domain], ruleset), true);
}

function senderIn(domain: string, ruleset: Ruleset): Literal {
  const condition = conditionOn("rdns", "mailaddr", [`@${domain}`], ruleset);
  return literal({ ...condition, name: "mail-from", subject: "sender" }, true);
}
