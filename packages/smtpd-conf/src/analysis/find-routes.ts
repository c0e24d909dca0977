import type { Listener } from "../model/listener.ts";
import type { Model } from "../model/model.ts";
import { evaluateCondition } from "../runtime/decide.ts";
import type { Envelope } from "../runtime/envelope.ts";
import type { Condition, MatchRule } from "../runtime/match-rule.ts";
import type { Ruleset } from "../runtime/ruleset.ts";
import { constantAnswer, dimensionOf } from "./answer.ts";
import { countThings } from "./condition-key.ts";
import { conditionOn } from "./condition-on.ts";
import { findDecided, openQuestions, type Questions } from "./find-decided.ts";
import { findEnvelope } from "./find-envelope.ts";
import { type Literal, literal } from "./literal.ts";
import { findRecipients, type RecipientClass } from "./recipient-classes.ts";
import { type Standing, standingTowards } from "./recipient-standing.ts";
import { findForwarded, findSenders, type SenderClass } from "./sender-classes.ts";

/** What becomes of a recipient: as `decide` says, with actions told apart by what they do. */
export type RouteOutcome = "delivered" | "relayed" | "rejected" | "no-match" | "temporary-failure";

/** One thing that can become of mail of a route. */
export interface RouteStep {
  readonly outcome: RouteOutcome;
  /** The rules that lead there. None where none matches, and where some mail is rejected and the rest not matched. */
  readonly rules: readonly MatchRule[];
  /** The action of these rules; undefined where they have none. */
  readonly action: string | undefined;
  /** What is asked besides being mail of the route that no earlier step has taken. None for all that is left. */
  readonly conditions: readonly Condition[];
}

/** What becomes of all mail of one kind of sender to one kind of recipients: the first step that fits. */
export interface Route {
  readonly sender: SenderClass;
  readonly recipients: RecipientClass;
  readonly steps: readonly RouteStep[];
}

/** All routes that there are. */
export interface Routes {
  /** Of all senders that there can be, in the order of recipients. Every recipient of every session is on one of them. */
  readonly routes: readonly Route[];
  /** Of addresses that aliases and `.forward` files lead to. */
  readonly forwarded: readonly Route[];
  /** Of messages to senders that their mail could not be delivered; their own sender is empty. */
  readonly bounces: readonly Route[];
}

/** Attempts for all routes together: some seconds. */
const mostSteps = 20_000;

/**
 * Works out what becomes of mail by who sends it and to which domain: for each kind of sender and of recipients the rules
 * that can decide, in their order, each with those of its conditions that are still open. Whatever the search cannot tell
 * stays open, so that every route is true, if not as short as it could be.
 */
export function findRoutes(model: Model, listeners: readonly Listener[], ruleset: Ruleset): Routes {
  const finding = beginFinding(model, ruleset);
  const recipients = findRecipients(ruleset);
  const senders = findSenders(listeners, ruleset);
  const between = (all: readonly SenderClass[]) =>
    recipients.flatMap((one) => all.flatMap((sender) => routeBetween(sender, one, finding)));
  const bouncing = senders.filter(({ kind }) => kind === "socket").map(withoutSender);
  return {
    routes: between(senders),
    forwarded: between(findForwarded(listeners, ruleset)),
    bounces: between(bouncing),
  };

  function withoutSender(sender: SenderClass): SenderClass {
    return { ...sender, literals: [...sender.literals, emptySender(ruleset)] };
  }
}

/** Demands that the sender is empty: such an address is looked up as `@`. */
function emptySender(ruleset: Ruleset): Literal {
  const condition = conditionOn("rdns", "regex", ["^@$"], ruleset);
  return literal({ ...condition, name: "mail-from", subject: "sender" }, true);
}

interface Finding {
  readonly questions: Questions;
  /** The names of the actions that relay. */
  readonly relaying: ReadonlySet<string>;
  /** For recipients the rules that are not plainly for others. */
  readonly candidates: Map<RecipientClass, readonly MatchRule[]>;
  /** How conditions stand towards kinds of mail, by what matters for that. */
  readonly standings: Map<string, Standing>;
  /** Whether there are no recipients of a class. */
  readonly emptiness: Map<string, boolean>;
  readonly numbers: (thing: object) => number;
}

function beginFinding({ actions }: Model, ruleset: Ruleset): Finding {
  const relaying = new Set(actions.filter(({ method }) => method.name === "relay").map(({ name }) => name.value));
  return {
    questions: openQuestions(ruleset, mostSteps),
    relaying,
    candidates: new Map(),
    standings: new Map(),
    emptiness: new Map(),
    numbers: countThings(),
  };
}

/** Mail of which is asked: literals that hold for all of it. */
interface Asked extends Pick<SenderClass, "scenario"> {
  readonly literals: readonly Literal[];
}

/** The same for mail of a route. */
interface Kind extends Asked {
  readonly recipients: RecipientClass;
}

/** The route; none where there is no such mail. */
function routeBetween(sender: SenderClass, recipients: RecipientClass, finding: Finding): readonly Route[] {
  const kind: Kind = {
    scenario: sender.scenario,
    literals: [...sender.literals, ...recipients.literals],
    recipients,
  };
  if (isNobody(sender, finding) || isNowhere(kind, finding)) return [];
  return [{ sender, recipients, steps: joinLast(stepsOf(kind, finding)) }];
}

/** Whether there is no such sender. */
function isNobody({ scenario, literals }: SenderClass, finding: Finding): boolean {
  return isEmpty({ scenario, literals }, [], finding);
}

/** Whether there are no such recipients. Senders do not matter for that. */
function isNowhere({ scenario, recipients }: Kind, finding: Finding): boolean {
  const key = `${finding.numbers(recipients)} ${scenario.internal}`;
  const known = finding.emptiness.get(key) ?? isEmpty({ scenario, literals: recipients.literals }, [], finding);
  finding.emptiness.set(key, known);
  return known;
}

/** Whether it is proven that there is no mail of a kind that meets some literals. */
function isEmpty({ scenario, literals }: Asked, more: readonly Literal[], { questions }: Finding): boolean {
  if (questions.budget.work <= 0) return false;
  const { ruleset, budget, solve } = questions;
  const query = { scenario, literals: [...literals, ...more], obstaclesFor: () => [], mostObstacles: 0 };
  const settings = { delimiter: ruleset.delimiter, target: ruleset.target, assume: true, solve };
  return findEnvelope(query, settings, budget).kind === "none";
}

function stepsOf(kind: Kind, finding: Finding): readonly RouteStep[] {
  const rules = rulesFor(kind.recipients, finding);
  const steps: RouteStep[] = [];
  for (const rule of rules) {
    const step = stepBy(rule, { ...kind, literals: [...kind.literals, ...passed(steps)] }, finding);
    if (step === undefined || (steps.length > 0 && isTaken(step, kind, finding))) continue;
    steps.push(step);
    if (step.conditions.length === 0) return steps;
  }
  if (!isTaken(unmatched, kind, finding)) steps.push(unmatched);
  return steps;
}

/** The rules that are not plainly for other recipients. */
function rulesFor(recipients: RecipientClass, { questions: { ruleset }, candidates }: Finding): readonly MatchRule[] {
  const known = candidates.get(recipients) ?? ruleset.rules.filter((rule) => mayConcern(rule, recipients));
  candidates.set(recipients, known);
  return known;
}

function mayConcern({ conditions }: MatchRule, recipients: RecipientClass): boolean {
  const failing = conditions.findIndex(({ broken }) => broken);
  const asked = failing < 0 ? conditions : conditions.slice(0, failing);
  return asked.every((condition) => standingTowards(recipients, condition) !== "never");
}

const unmatched: RouteStep = { outcome: "no-match", rules: [], action: undefined, conditions: [] };

/** What holds for mail that has come past steps. */
function passed(steps: readonly RouteStep[]): readonly Literal[] {
  return steps.flatMap(({ conditions }) => {
    const [only, ...others] = conditions;
    return only === undefined || others.length > 0 ? [] : [literal(only, false)];
  });
}

/** What a rule still asks of mail of a kind; undefined where it has nothing to do with it. */
function stepBy(rule: MatchRule, kind: Kind, finding: Finding): RouteStep | undefined {
  const open: Condition[] = [];
  for (const condition of rule.conditions) {
    if (condition.broken) return stepFrom(rule, "temporary-failure", open);
    const known = { ...kind, literals: [...kind.literals, ...open.map((one) => literal(one, true))] };
    const standing = standingOf(condition, known, finding);
    if (standing === "never") return undefined;
    if (standing === "open") open.push(condition);
  }
  return stepFrom(rule, outcomeOf(rule, finding), open);
}

function stepFrom(rule: MatchRule, outcome: RouteOutcome, conditions: readonly Condition[]): RouteStep {
  return { outcome, rules: [rule], action: outcome === "temporary-failure" ? undefined : rule.action, conditions };
}

/** Properties of mail are independent of each other, so that only literals about the same one matter. */
function standingOf(condition: Condition, { scenario, literals, recipients }: Kind, finding: Finding): Standing {
  const constant = constantAnswer(condition, scenario);
  if (constant === "match") return "always";
  if (constant === "no-match") return "never";
  const known = standingTowards(recipients, condition);
  if (known !== undefined) return known;
  const dimension = dimensionOf(condition, scenario);
  const same = literals.filter((one) => dimensionOf(one.condition, scenario) === dimension);
  const about = [condition, ...same.map((one) => one.condition), scenario].map(finding.numbers);
  const key = `${about} ${same.map(({ wanted }) => wanted)}`;
  const standing = finding.standings.get(key) ?? findStanding(condition, { scenario, literals: same }, finding);
  finding.standings.set(key, standing);
  return standing;
}

function findStanding(condition: Condition, kind: Asked, finding: Finding): Standing {
  if (isEmpty(kind, [literal(condition, true)], finding)) return "never";
  return isEmpty(kind, [literal(condition, false)], finding) ? "always" : "open";
}

/** Whether it is proven that earlier rules leave nothing for a step. */
function isTaken({ rules: [rule], conditions }: RouteStep, kind: Kind, { questions }: Finding): boolean {
  if (questions.budget.work <= 0) return false;
  if (rule !== undefined) return findDecided({ ...rule, conditions }, kind, true, questions).kind === "none";
  const { ruleset, budget, solve } = questions;
  const settings = { delimiter: ruleset.delimiter, target: ruleset.target, assume: true, solve };
  const all = ruleset.rules.map((one) => ({ source: one, conditions: one.conditions }));
  return (
    findEnvelope({ ...kind, obstaclesFor: () => all, mostObstacles: all.length }, settings, budget).kind === "none"
  );
}

function outcomeOf({ action }: MatchRule, { relaying }: Finding): RouteOutcome {
  if (action === undefined) return "rejected";
  return relaying.has(action) ? "relayed" : "delivered";
}

/** Of the last steps, those that end alike as one: it does not matter any more which of them takes what. */
function joinLast(steps: readonly RouteStep[]): readonly RouteStep[] {
  const last = steps.at(-1);
  if (last === undefined || last.conditions.length > 0) return steps;
  const first = steps.findLastIndex((step) => endOf(step) !== endOf(last)) + 1;
  const alike = steps.slice(first);
  if (alike.length === 1) return steps;
  const mixed = alike.some(({ outcome }) => outcome !== last.outcome);
  const joined: RouteStep = mixed
    ? { ...last, outcome: "rejected", rules: [] }
    : { ...last, rules: alike.flatMap(({ rules }) => rules) };
  return [...steps.slice(0, first), joined];
}

/** Equal for steps of which the client and the recipient notice no difference. */
function endOf({ outcome, action }: RouteStep): string {
  return `${outcome === "no-match" ? "rejected" : outcome} ${action ?? ""}`;
}

/** Whether an envelope is one of a route; undefined where that depends on tables that are not known. */
export function isOnRoute({ sender, recipients }: Route, envelope: Envelope): boolean | undefined {
  const { session, authenticated, internal, tags } = sender.scenario;
  if (envelope.internal !== internal || envelope.authenticated !== authenticated) return false;
  if (!internal && (envelope.source === "local") !== (session === "socket")) return false;
  if (!tags.includes(envelope.tag)) return false;
  const answers = [...sender.literals, ...recipients.literals].map(({ condition, wanted }) => {
    const answer = evaluateCondition(condition, envelope);
    return answer === "match" || answer === "no-match" ? (answer === "match") === wanted : undefined;
  });
  if (answers.includes(false)) return false;
  return answers.includes(undefined) ? undefined : true;
}

/** The step of a route that takes an envelope; undefined where that depends on tables that are not known. */
export function stepFor({ steps }: Route, envelope: Envelope): RouteStep | undefined {
  for (const step of steps) {
    const answers = step.conditions.map((condition) => evaluateCondition(condition, envelope));
    if (answers.includes("no-match")) continue;
    return answers.every((answer) => answer === "match") ? step : undefined;
  }
  return undefined;
}
