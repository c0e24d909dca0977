import { evaluateCondition } from "../runtime/decide.ts";
import type { Condition } from "../runtime/match-rule.ts";
import type { TableAnswer } from "../runtime/table.ts";
import { type Choice, type Dimension, envelopeOf, type Scenario } from "./scenario.ts";
import { signsOf } from "./table-signs.ts";

/** The property that a condition looks at in a scenario; undefined where its answer is the same for all. */
export function dimensionOf({ subject, table }: Condition, { session, authenticated, internal, sources }: Scenario) {
  const network = session === "network" && !internal;
  const dimensions: Readonly<Record<Condition["subject"], Dimension | undefined>> = {
    tag: "tag",
    source: network ? "source" : undefined,
    socket: network && sources.includes("local") ? "source" : undefined,
    rdns: internal || (session === "socket" && table === undefined) ? undefined : "rdns",
    domain: "recipient",
    helo: "helo",
    authenticated: undefined,
    username: authenticated && session === "network" ? "username" : undefined,
    tls: undefined,
    sender: "sender",
    recipient: "recipient",
    fcrdns: undefined,
    "filter-rdns": "rdns",
    "filter-login": authenticated && session === "network" && table !== undefined ? "username" : undefined,
    "filter-sender": "sender",
  };
  return dimensions[subject];
}

/** What a condition says where it does not depend on the property that it looks at; undefined where it does. */
export function constantAnswer(condition: Condition, scenario: Scenario): TableAnswer | undefined {
  if (condition.broken) return "error";
  if (holdsAlways(condition, scenario)) return condition.negated ? "no-match" : "match";
  if (dimensionOf(condition, scenario) !== undefined) return undefined;
  return evaluateCondition(condition, envelopeOf(scenario, { ...nothing, rdns: "" }));
}

const nothing: Choice = {
  tag: "",
  source: "",
  rdns: undefined,
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
  const constant = constantAnswer(condition, scenario);
  if (constant !== undefined) return constant;
  const answer = evaluateCondition(condition, envelopeOf(scenario, choice));
  return isOpen(condition, scenario, answer) ? "unknown" : answer;
}

function isOpen(condition: Condition, scenario: Scenario, answer: TableAnswer): boolean {
  return isOwn(condition, scenario) && answer === (condition.negated ? "match" : "no-match");
}

/** Whether a condition asks for addresses or names of the machine, which may have more of them than those that we know. */
export function isOwn({ table }: Condition, { machineKnown }: Scenario): boolean {
  return !machineKnown && (table?.name === "<localhost>" || table?.name === "<localnames>");
}
