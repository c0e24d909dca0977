import type { Envelope } from "./envelope.ts";
import { splitMailAddress } from "./mail-address.ts";
import type { Condition, MatchRule } from "./match-rule.ts";
import type { Ruleset } from "./ruleset.ts";
import type { TableAnswer } from "./table.ts";

/** What becomes of a recipient. `unknown`: it depends on a table whose entries we do not know. */
export type Outcome = "action" | "reject" | "no-match" | "temporary-failure" | "unknown";

/** Why a rule did not decide: the first of its conditions, in smtpd's order, that did not match. */
export interface Miss {
  readonly rule: MatchRule;
  readonly condition: Condition;
  /** What the condition looked at; undefined where there was nothing, such as a client without a name. */
  readonly value: string | undefined;
}

/** Which rule decides about an envelope, and why each earlier one does not. */
export interface Decision {
  readonly outcome: Outcome;
  /** The rule that decides, that fails, or that we cannot tell of; undefined where none matches. */
  readonly rule: MatchRule | undefined;
  /** The condition of `rule` that fails or cannot be told of. */
  readonly condition: Condition | undefined;
  readonly misses: readonly Miss[];
}

/** Finds the rule for an envelope: the first of which all conditions match (`ruleset_match()` in ruleset.c). */
export function decide({ rules }: Ruleset, envelope: Envelope): Decision {
  const misses: Miss[] = [];
  for (const rule of rules) {
    const { answer, condition } = evaluateRule(rule, envelope);
    if (answer === "no-match" && condition) misses.push({ rule, condition, value: lookedAt(condition, envelope) });
    else return { outcome: outcomeOf(rule, answer), rule, condition, misses };
  }
  return { outcome: "no-match", rule: undefined, condition: undefined, misses };
}

function outcomeOf({ action }: MatchRule, answer: TableAnswer): Outcome {
  if (answer === "error") return "temporary-failure";
  if (answer === "unknown") return "unknown";
  return action === undefined ? "reject" : "action";
}

/** What a rule says of an envelope, with the condition that did not match. */
export interface RuleAnswer {
  readonly answer: TableAnswer;
  /** Undefined where all match. */
  readonly condition: Condition | undefined;
}

const matches: RuleAnswer = { answer: "match", condition: undefined };

/**
 * Evaluates the conditions of a rule in smtpd's order. An error ends it at once; a condition that we cannot tell of does
 * not matter if a later one does not match.
 */
export function evaluateRule({ conditions }: MatchRule, envelope: Envelope): RuleAnswer {
  let open: RuleAnswer | undefined;
  for (const condition of conditions) {
    const answer = evaluateCondition(condition, envelope);
    if (answer === "no-match" || (answer === "error" && open === undefined)) return { answer, condition };
    if (answer !== "match") open ??= { answer: "unknown", condition };
    if (answer === "error") break;
  }
  return open ?? matches;
}

/** What a condition says of an envelope (`ruleset_match_*()` in ruleset.c). An error is not inverted by `!`. */
export function evaluateCondition(condition: Condition, envelope: Envelope): TableAnswer {
  if (condition.broken) return "error";
  const key = keyOf(condition, envelope);
  if (typeof key === "boolean") return key === condition.negated ? "no-match" : "match";
  if (key === undefined) return "no-match";
  const answer = condition.matcher?.(key) ?? "no-match";
  if (!condition.negated || answer === "error" || answer === "unknown") return answer;
  return answer === "match" ? "no-match" : "match";
}

/** What is looked up; a truth where there is nothing to look up; undefined for what matches neither way. */
export function keyOf(condition: Condition, envelope: Envelope): string | boolean | undefined {
  switch (condition.subject) {
    case "tag":
      return envelope.tag;
    case "source":
      return envelope.internal ? "local" : envelope.source;
    case "socket":
      return envelope.internal ? undefined : envelope.source === "local";
    case "rdns":
      return rdnsKey(condition, envelope);
    case "domain":
      return splitMailAddress(envelope.rcptTo).domain;
    case "helo":
      return envelope.helo;
    case "authenticated":
      return envelope.authenticated;
    case "username":
      return envelope.authenticated ? envelope.username : false;
    case "tls":
      return envelope.tls;
    case "sender":
      return envelope.mailFrom === "" ? "@" : envelope.mailFrom;
    case "recipient":
      return envelope.rcptTo;
    case "fcrdns":
      return envelope.fcrdns;
    case "filter-rdns":
      return filterRdnsKey(condition, envelope);
    case "filter-login":
      return loginKey(condition, envelope);
    case "filter-sender":
      return envelope.mailFrom;
  }
}

/** Without a table, clients with a name. With one, a client without a name matches neither the condition nor its negation. */
function rdnsKey({ table }: Condition, { rdns, internal }: Envelope): string | boolean | undefined {
  if (table === undefined) return internal ? undefined : rdns !== undefined;
  return internal ? "local" : rdns;
}

/** To filters, a client without a name has the name `<unknown>`. */
function filterRdnsKey({ table }: Condition, { rdns }: Envelope): string | boolean {
  return table === undefined ? rdns !== undefined : (rdns ?? "<unknown>");
}

/** To filters, nobody has logged in on the socket. */
function loginKey({ table }: Condition, { source, authenticated, username }: Envelope): string | boolean {
  const loggedIn = authenticated && source !== "local";
  return table === undefined || !loggedIn ? loggedIn : username;
}

/** What a condition looked at, for people. */
function lookedAt(condition: Condition, envelope: Envelope): string | undefined {
  const key = keyOf(condition, envelope);
  if (typeof key === "string") return key;
  if (condition.subject === "socket") return envelope.source;
  return condition.subject === "rdns" ? envelope.rdns : undefined;
}
