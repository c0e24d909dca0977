import { evaluateCondition } from "../runtime/decide.ts";
import type { Envelope } from "../runtime/envelope.ts";
import type { Condition } from "../runtime/match-rule.ts";
import type { TableAnswer } from "../runtime/table.ts";
import { type Choice, type Dimension, envelopeOf, type Scenario } from "./scenario.ts";
import { signsOf } from "./table-signs.ts";

/** The property that a condition looks at in a scenario; undefined where its answer is the same for all. */
export function dimensionOf({ subject, table }: Condition, scenario: Scenario): Dimension | undefined {
  switch (subject) {
    case "domain":
      return "recipient";
    case "source":
      return isNetwork(scenario) ? "source" : undefined;
    case "socket":
      return isNetwork(scenario) && scenario.sources.includes("local") ? "source" : undefined;
    case "rdns":
      return scenario.internal || (scenario.session === "socket" && table === undefined) ? undefined : "rdns";
    case "filter-rdns":
      return "rdns";
    case "username":
      return hasLogin(scenario) ? "username" : undefined;
    case "filter-login":
      return hasLogin(scenario) && table !== undefined ? "username" : undefined;
    case "filter-sender":
      return "sender";
    case "authenticated":
    case "tls":
    case "fcrdns":
      return undefined;
    default:
      return subject;
  }
}

function isNetwork({ session, internal }: Scenario): boolean {
  return session === "network" && !internal;
}

function hasLogin({ authenticated, session }: Scenario): boolean {
  return authenticated && session === "network";
}

/** What a condition says where it does not depend on the property that it looks at; undefined where it does. */
export function constantAnswer(condition: Condition, scenario: Scenario): TableAnswer | undefined {
  if (condition.broken) return "error";
  if (holdsAlways(condition, scenario)) return condition.negated ? "no-match" : "match";
  if (dimensionOf(condition, scenario) !== undefined) return undefined;
  return evaluateCondition(condition, emptyEnvelope(scenario));
}

/** An envelope of a scenario in which nothing is chosen. */
function emptyEnvelope(scenario: Scenario): Envelope {
  const envelope = emptyEnvelopes.get(scenario) ?? envelopeOf(scenario, nothing);
  emptyEnvelopes.set(scenario, envelope);
  return envelope;
}

const emptyEnvelopes = new WeakMap<Scenario, Envelope>();

const nothing: Choice = {
  tag: "",
  source: "",
  rdns: "",
  helo: "",
  username: "",
  sender: "",
  recipient: "",
};

/**
 * Tables that have an entry for everything that can be asked: every recipient has a domain, and every client an address. The
 * exception are clients on link-local addresses, who count only where a rule names one.
 */
function holdsAlways({ table, service }: Condition, { session, internal, sources }: Scenario): boolean {
  if (table?.kind !== "KnownTable") return false;
  if (service === "domain") return signsOf(table).hasEveryDomain;
  if (service === "mailaddr") return signsOf(table).hasEveryAddress;
  if (table.name !== "<anyhost>") return false;
  return session === "socket" || internal || (table.keys.includes("::/0") && !sources.some(isLinkLocal));
}

/** Whether an address is written with its interface behind it: `[fe80::1%em0]`. No network has such an address in it. */
export function isLinkLocal(source: string): boolean {
  return /^\[fe80:.*%.+\]$/.test(source);
}

/**
 * What a condition says of a choice. `unknown` where the table is not known, or where it asks for what is the machine's own
 * and that is not known.
 */
export function answerFor(condition: Condition, scenario: Scenario, choice: Choice): TableAnswer {
  return answerTo(condition, scenario, envelopeOf(scenario, choice));
}

/** The same for the envelope that a choice makes. */
export function answerTo(condition: Condition, scenario: Scenario, envelope: Envelope): TableAnswer {
  const constant = constantAnswer(condition, scenario);
  if (constant !== undefined) return constant;
  const answer = evaluateCondition(condition, envelope);
  return isOpen(condition, scenario, answer) ? "unknown" : answer;
}

function isOpen(condition: Condition, scenario: Scenario, answer: TableAnswer): boolean {
  return isOwn(condition, scenario) && answer === (condition.negated ? "match" : "no-match");
}

/** Whether a condition asks for addresses or names of the machine, which may have more of them than those that we know. */
export function isOwn({ table }: Condition, { machineKnown }: Scenario): boolean {
  return !machineKnown && (table?.name === "<localhost>" || table?.name === "<localnames>");
}
