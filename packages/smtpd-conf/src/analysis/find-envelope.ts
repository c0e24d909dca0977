import type { Envelope } from "../runtime/envelope.ts";
import type { Condition, MatchRule } from "../runtime/match-rule.ts";
import type { TableAnswer } from "../runtime/table.ts";
import { answerFor, answerTo, constantAnswer, dimensionOf } from "./answer.ts";
import type { SolveProperty } from "./keep-solutions.ts";
import { asksTheSame, type Literal, literal, wantsEntry } from "./literal.ts";
import { type Choice, type Dimension, envelopeOf, type Scenario } from "./scenario.ts";
import { byDimension, isForeign, isMet, type PropertySolution, type SolveSettings, solveProperty } from "./solve.ts";

/** Something that keeps an envelope from getting further if all its conditions match: an earlier rule, or a filter. */
export interface Obstacle<Source = MatchRule> {
  readonly source: Source;
  readonly conditions: readonly Condition[];
}

/** What is asked for: an envelope of a scenario that meets the literals and that no obstacle stops. */
export interface Query<Source = MatchRule> {
  readonly scenario: Scenario;
  readonly literals: readonly Literal[];
  /** The obstacles that an envelope might meet, in order. It is enough to name those that can stop it. */
  readonly obstaclesFor: (envelope: Envelope) => Iterable<Obstacle<Source>>;
  /** How many those are at most. */
  readonly mostObstacles: number;
}

/** What a search came to. `none` is a proof, `because` what it rests on; `unknown`: the bounds were reached before. */
export type Finding<Source = MatchRule> =
  | { readonly kind: "found"; readonly envelope: Envelope; readonly assumptions: readonly Literal[] }
  | { readonly kind: "none"; readonly because: readonly Source[] }
  | { readonly kind: "unknown" };

/** How to search. */
export interface SearchSettings extends SolveSettings {
  /** Solves one property; without it, each one anew. */
  readonly solve?: SolveProperty | undefined;
  /** Takes note of what is done. */
  readonly record?: SearchRecord | undefined;
}

/** What a search did. */
export interface SearchRecord {
  attempts: number;
  /** The envelopes that were held against the obstacles. */
  readonly trials: Trial[];
}

/** An envelope that was held against obstacles, and the literals that it meets. */
export interface Trial {
  readonly literals: readonly Literal[];
  readonly choice: Choice;
}

/**
 * How much a search may do. Shared by several searches, it bounds them together. What a search takes depends on its query
 * and on nothing that was searched before.
 */
export interface Budget {
  /** Work that is left: looks at conditions and characters, more or less. */
  work: number;
}

/** Work that comes with each attempt, whatever it finds. */
const workOfAttempt = 100;

/** A budget of so many attempts. */
export function budgetOf(attempts: number): Budget {
  return { work: attempts * workOfAttempt };
}

/** Attempts of one search. */
const mostAttempts = 200;

/**
 * Searches by refutation: take any envelope that meets the literals; where an obstacle stops it, demand that one of the
 * obstacle's conditions is not met, one after the other, and try again. Every answer is exact but `unknown`.
 */
export function findEnvelope<Source>(query: Query<Source>, given: SearchSettings, budget: Budget): Finding<Source> {
  const because = new Set<Source>();
  const spend = (work: number) => {
    budget.work -= work;
  };
  const settings = { ...given, solve: given.solve ?? solveProperty, spend };
  const searching: Searching<Source> = { query, settings, budget, because, attempts: mostAttempts };
  if (!constantsHold(query, settings)) return { kind: "none", because: [] };
  const finding = attempt(searching, query.literals, new Map());
  return finding.kind === "none" ? { kind: "none", because: [...because] } : finding;
}

interface Searching<Source> {
  readonly query: Query<Source>;
  readonly settings: SearchSettings & { readonly solve: SolveProperty; readonly spend: (work: number) => void };
  readonly budget: Budget;
  readonly because: Set<Source>;
  attempts: number;
}

/** Whether the literals that do not depend on any property hold in the scenario. */
function constantsHold<Source>({ scenario, literals }: Query<Source>, settings: SolveSettings): boolean {
  return literals.every((one) => {
    const answer = constantAnswer(one.condition, scenario);
    return answer === undefined || isMet(one, scenario, choiceFrom(new Map(), scenario), settings);
  });
}

type Solutions = ReadonlyMap<Dimension, PropertySolution>;

function attempt<Source>(
  searching: Searching<Source>,
  literals: readonly Literal[],
  known: Solutions,
  changed?: Dimension,
): Finding<Source> {
  const { query, settings, budget } = searching;
  if (searching.attempts-- <= 0 || budget.work <= 0) return { kind: "unknown" };
  budget.work -= workOfAttempt + query.mostObstacles;
  if (settings.record !== undefined) settings.record.attempts++;
  const solutions = solveAll(searching, literals, known, changed);
  if (solutions === "none" || solutions === "unknown") return solutions === "none" ? noWay : { kind: "unknown" };
  const choice = choiceFrom(solutions, query.scenario);
  const envelope = envelopeOf(query.scenario, choice);
  const trial = { literals, choice };
  settings.record?.trials.push(trial);
  for (const obstacle of query.obstaclesFor(envelope)) {
    if (!stops(obstacle.conditions, trial, envelope, query.scenario, settings)) continue;
    searching.because.add(obstacle.source);
    return goAround(searching, obstacle.conditions, literals, solutions);
  }
  return { kind: "found", envelope, assumptions: literals.filter((one) => rests(one, query.scenario, choice)) };
}

const noWay = { kind: "none", because: [] } as const;

/** Demands one after the other that a condition of the obstacle is not met. */
function goAround<Source>(
  searching: Searching<Source>,
  conditions: readonly Condition[],
  literals: readonly Literal[],
  solutions: Solutions,
): Finding<Source> {
  const { scenario } = searching.query;
  let open = false;
  for (const condition of conditions) {
    const constant = constantAnswer(condition, scenario);
    if (constant === "error") break;
    if (constant !== undefined && (constant !== "unknown" || assumed(condition, literals) === "match")) continue;
    const dimension = dimensionOf(condition, scenario);
    const finding = attempt(searching, [...literals, literal(condition, false)], solutions, dimension);
    if (finding.kind === "found") return finding;
    open ||= finding.kind === "unknown";
  }
  return open ? { kind: "unknown" } : noWay;
}

/** Solves the property that a new literal is about; the others stay as they are. */
function solveAll<Source>(
  { query: { scenario }, settings }: Searching<Source>,
  literals: readonly Literal[],
  known: Solutions,
  changed: Dimension | undefined,
): Solutions | "none" | "unknown" {
  settings.spend(literals.length);
  const solutions = new Map(known);
  const groups = byDimension(literals, scenario);
  for (const dimension of dimensions) {
    if (known.has(dimension) && dimension !== changed) continue;
    const solution = settings.solve(dimension, groups.get(dimension) ?? [], scenario, settings);
    if (solution.kind === "none" || solution.kind === "unknown") return solution.kind;
    solutions.set(dimension, solution);
  }
  return solutions;
}

const dimensions: readonly Dimension[] = ["tag", "source", "rdns", "helo", "username", "sender", "recipient"];

function choiceFrom(solutions: Solutions, { session }: Scenario): Choice {
  const value = (dimension: Dimension) => {
    const solution = solutions.get(dimension);
    return solution?.kind === "value" ? solution.value : undefined;
  };
  return {
    tag: value("tag"),
    source: value("source"),
    rdns: value("rdns") ?? (session === "socket" ? "" : undefined),
    helo: value("helo"),
    username: value("username"),
    sender: value("sender"),
    recipient: value("recipient"),
  };
}

/**
 * Whether conditions stop an envelope. Where one cannot be told of, it counts as met, so that a way around has to be found,
 * unless the literals say what its table is assumed to hold.
 */
function stops(
  conditions: readonly Condition[],
  { literals }: Trial,
  envelope: Envelope,
  scenario: Scenario,
  settings: Pick<SolveSettings, "assume">,
): boolean {
  for (const condition of conditions) {
    const answer = answerTo(condition, scenario, envelope);
    if (answer === "error") return true;
    const settled = answer === "unknown" ? settle(condition, scenario, literals, settings) : answer;
    if (settled === "no-match") return false;
  }
  return true;
}

/** Whether conditions would have stopped one of the envelopes of an earlier search. */
export function stopsAny(
  conditions: readonly Condition[],
  trials: readonly Trial[],
  scenario: Scenario,
  settings: Pick<SolveSettings, "assume">,
): boolean {
  return trials.some((trial) => stops(conditions, trial, envelopeOf(scenario, trial.choice), scenario, settings));
}

/** What to make of a condition that cannot be told of. */
function settle(
  condition: Condition,
  scenario: Scenario,
  literals: readonly Literal[],
  { assume }: Pick<SolveSettings, "assume">,
): TableAnswer {
  const answer = assume ? assumed(condition, literals) : "unknown";
  if (answer !== "unknown" || !isForeign(condition, scenario)) return answer;
  return condition.negated ? "match" : "no-match";
}

/** What a condition says if its table holds what the literals need. */
function assumed(condition: Condition, literals: readonly Literal[]): TableAnswer {
  const same = literals.find((one) => asksTheSame(one.condition, condition));
  if (same === undefined) return "unknown";
  return wantsEntry(same) !== condition.negated ? "match" : "no-match";
}

/** Whether a literal holds only because we assume it. */
function rests(one: Literal, scenario: Scenario, choice: Choice): boolean {
  if (isForeign(one.condition, scenario) && !wantsEntry(one)) return false;
  return answerFor(one.condition, scenario, choice) === "unknown";
}
