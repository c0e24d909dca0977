import type { Model } from "../model/model.ts";
import type { ActionDirective } from "../parser/ast/nodes.ts";
import { evaluateCondition } from "../runtime/decide.ts";
import { foldCase } from "../runtime/domain-pattern.ts";
import { type Envelope, plainEnvelope } from "../runtime/envelope.ts";
import { splitMailAddress } from "../runtime/mail-address.ts";
import type { Condition, ConditionSubject, MatchRule } from "../runtime/match-rule.ts";
import type { Ruleset } from "../runtime/ruleset.ts";
import type { TableAnswer } from "../runtime/table.ts";

/** A domain that is nobody's (RFC 2606). */
const elsewhere = "elsewhere.invalid";

/** Mail of somebody unknown on another machine; the address is one for documentation (RFC 5737). */
const ofStranger: Envelope = { ...plainEnvelope, source: "203.0.113.77", rcptTo: `somebody@${elsewhere}` };

const aboutClient: readonly ConditionSubject[] = ["source", "socket", "rdns", "authenticated", "username"];

/** Whether somebody unknown on another machine may meet what a rule says of the client, in its `from` and `auth`. */
export function takesStrangers(rule: MatchRule): boolean {
  const known = forStrangers.get(rule) ?? mayTakeStrangers(rule);
  forStrangers.set(rule, known);
  return known;
}

const forStrangers = new WeakMap<MatchRule, boolean>();

function mayTakeStrangers({ conditions }: MatchRule): boolean {
  const asked = conditions.filter(({ subject }) => aboutClient.includes(subject));
  return asked.every((condition) => evaluateCondition(condition, ofStranger) !== "no-match");
}

/** A bounce for a sender elsewhere: smtpd hands it in on its own socket, with an empty sender. */
export const bounce: Envelope = {
  ...plainEnvelope,
  source: "local",
  authenticated: true,
  rcptTo: `somebody@${elsewhere}`,
};

/** What an address that an alias leads to has from the session that the mail came in with. */
const ofSession: readonly ConditionSubject[] = ["tag", "helo", "authenticated", "username", "sender"];

/**
 * The rules that may decide about an address that an alias leads to, whatever session the mail came in with: all that
 * come into question up to the first that surely decides. Where our own host name is not known, it is taken for another.
 */
export function* rulesForForward(ruleset: Ruleset, rcptTo: string): Iterable<MatchRule> {
  const { byDomain, others } = indexes.get(ruleset) ?? indexRules(ruleset);
  const listed = byDomain.get(foldCase(splitMailAddress(rcptTo).domain)) ?? [];
  const envelope = forwardTo(rcptTo);
  for (const rule of inOrder(listed, others)) {
    const answers = rule.conditions.map((condition) => answerFor(condition, envelope));
    if (answers.includes("no-match")) continue;
    yield rule;
    if (answers.every((answer) => answer === "match")) return;
  }
}

/** The rules that forwarded mail may meet: those that list the domains that they are for, and the others. */
interface ForwardIndex {
  readonly byDomain: ReadonlyMap<string, readonly MatchRule[]>;
  readonly others: readonly MatchRule[];
}

const indexes = new WeakMap<Ruleset, ForwardIndex>();

function indexRules(ruleset: Ruleset): ForwardIndex {
  const byDomain = new Map<string, MatchRule[]>();
  const others: MatchRule[] = [];
  for (const rule of ruleset.rules.filter(mayTakeForwards)) {
    const domains = domainsOf(rule);
    if (domains === undefined) others.push(rule);
    for (const domain of domains ?? []) {
      const known = byDomain.get(domain);
      if (known === undefined) byDomain.set(domain, [rule]);
      else known.push(rule);
    }
  }
  const index = { byDomain, others };
  indexes.set(ruleset, index);
  return index;
}

/** Whether no condition speaks against it, but for those about the recipient. */
function mayTakeForwards(rule: MatchRule): boolean {
  const known = forForwards.get(rule) ?? rule.conditions.every(mayMeetForwards);
  forForwards.set(rule, known);
  return known;
}

const forForwards = new WeakMap<MatchRule, boolean>();

function mayMeetForwards(condition: Condition): boolean {
  const { subject } = condition;
  return subject === "domain" || subject === "recipient" || answerFor(condition, forwardTo("")) !== "no-match";
}

/** The domains that a rule is for, where it lists them. */
function domainsOf({ conditions }: MatchRule): readonly string[] | undefined {
  const condition = conditions.find(({ subject }) => subject === "domain");
  if (condition?.table?.kind !== "KnownTable" || condition.negated || condition.service !== "domain") return undefined;
  const { keys } = condition.table;
  return keys.some((key) => key.includes("*")) ? undefined : keys;
}

function forwardTo(rcptTo: string): Envelope {
  return { ...plainEnvelope, source: "local", internal: true, rcptTo };
}

function answerFor(condition: Condition, envelope: Envelope): TableAnswer {
  return ofSession.includes(condition.subject) ? "unknown" : evaluateCondition(condition, envelope);
}

/** Merges two lists of rules that are in order. */
function* inOrder(some: readonly MatchRule[], others: readonly MatchRule[]): Iterable<MatchRule> {
  let next = 0;
  for (const rule of others) {
    for (let one = some[next]; one !== undefined && one.number < rule.number; one = some[++next]) yield one;
    yield rule;
  }
  yield* some.slice(next);
}

/** The `action` statement that a rule leads to; undefined for `reject`. */
export function actionOf({ action }: MatchRule, model: Model): ActionDirective | undefined {
  const line = model
    .symbols()
    .get("action")
    ?.get(action ?? "")?.definitions[0]?.line;
  return line?.kind === "ActionDirective" ? line : undefined;
}
