import { openAnalysisMemory } from "../analysis/analysis-memory.ts";
import { type InSteps, inSteps } from "../analysis/in-steps.ts";
import { openModelMemory } from "../model/model-memory.ts";
import type { Configuration } from "../parser/configuration.ts";
import { once } from "../parser/once.ts";
import { parseConfiguration } from "../parser/parse-configuration.ts";
import type { TextChange } from "../parser/update/text-change.ts";
import { updateConfiguration } from "../parser/update-configuration.ts";
import { arrange } from "./arrange.ts";
import { findAtOnce, type KnownFindings, showsAtOnce } from "./at-once.ts";
import type { Check } from "./check.ts";
import { checks } from "./checks.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { adviceOf, basisOf, findKept, type KeptAdvice, keepAdvice, type RuleAdvice } from "./kept-advice.ts";
import { lint } from "./lint.ts";
import type { LintInput, LintResult } from "./lint-result.ts";
import {
  conclude,
  interpret,
  type Judgement,
  judge,
  type LintGiven,
  type MemoryOfMeaning,
  selectedRules,
} from "./lint-stages.ts";
import { moveBetween, movedFinding } from "./moved-findings.ts";
import type { Rule } from "./rule.ts";
import { checkInSteps } from "./run-checks.ts";
import { openSilence, type Silence } from "./silence.ts";
import { changedSince, type ToldFindings, toldOf } from "./told-findings.ts";
import { waitingAnalysis, whenDone } from "./waiting-analysis.ts";
import { openWatchedVisitors, type WatchedVisitors } from "./watched-visitors.ts";

/** A configuration that is being edited: linted again after each change; what did not change is kept. */
export interface LintSession {
  /** Takes in a text (with the changes that lead to it from the last one, where they are known) and begins to lint it. */
  readonly update: (input: LintInput, changes?: readonly TextChange[]) => LintRun;
}

/** What a text says, before anybody judges it. */
export type LintReading = Pick<LintResult, "configuration" | "model" | "analysis" | "target" | "template">;

/** The linting of one text. */
export interface LintRun {
  readonly reading: LintReading;
  /**
   * At once: what is wrong with the statements that have changed, as far as they show it themselves, and the rest of what
   * was found the last time, where it still has a place, without its fixes. Undefined where nothing is kept, or too much has
   * changed.
   */
  readonly atOnce: () => KnownFindings | undefined;
  /**
   * Soon: what smtpd refuses, all findings of rules about single statements, and for the rest what was found the last
   * time where it still has a place. Worked out when it is first asked for, which must be before the next update.
   */
  readonly first: () => LintResult;
  /**
   * Works on in steps of about a millisecond; each `next()` is one step. It yields what `first` gives when that is known;
   * the last step returns the complete result, equal to what `lint` gives. An abandoned run needs no closing; what it
   * worked out is kept for the next.
   */
  readonly rest: () => Generator<LintResult | undefined, LintResult>;
}

/** What one version of a file leaves to the next. */
interface Memory {
  readonly meaning: MemoryOfMeaning;
  configuration: Configuration | undefined;
  checks: MemoryOfChecks;
  advice: KeptAdvice | undefined;
  told: ToldFindings | undefined;
}

/** What is kept of checks and rules, as long as the settings are the same. */
interface MemoryOfChecks {
  readonly settings: string;
  /** The rules that were asked for; those about single statements, and the others. */
  readonly selected: readonly Rule[];
  readonly quick: readonly Rule[];
  readonly slow: readonly Rule[];
  readonly visitors: WatchedVisitors;
  /** Those that need to be shown no more than statements. Asked for when visitors know a version of the file. */
  readonly shownAtOnce: () => readonly Check[];
  readonly silence: { readonly checks: Silence; readonly rules: Silence };
}

/** Opens a session without any text. */
export function openLintSession(): LintSession {
  const memory: Memory = {
    meaning: { model: openModelMemory(), analysis: openAnalysisMemory() },
    configuration: undefined,
    checks: openMemoryOfChecks("", []),
    advice: undefined,
    told: undefined,
  };
  return {
    update: (input, changes) => (input.template === undefined ? beginRun(input, changes, memory) : wholeRun(input)),
  };
}

function openMemoryOfChecks(settings: string, selected: readonly Rule[]): MemoryOfChecks {
  const [quick, slow] = byScope(selected);
  const silence = { checks: openSilence(), rules: openSilence() };
  const visitors = openWatchedVisitors();
  const shownAtOnce = once(() => [...checks, ...quick].filter((check) => showsAtOnce(check, visitors)));
  return { settings, selected, quick, slow, visitors, shownAtOnce, silence };
}

/** A template is linted as a whole: it is many texts in one. */
function wholeRun(input: LintInput): LintRun {
  const result = lint(input);
  const rest = function* () {
    yield undefined;
    return result;
  };
  return { reading: result, atOnce: () => result, first: () => result, rest };
}

function beginRun(input: LintInput, changes: readonly TextChange[] | undefined, memory: Memory): LintRun {
  const given = interpret(input, nextConfiguration(input, changes, memory), memory.meaning);
  const settings = JSON.stringify([given.target, input.rules, input.machine === undefined]);
  if (memory.checks.settings !== settings) openAnew(memory, settings, selectedRules(input));
  memory.told &&= changedSince(memory.told, changes);
  let isBegun = false;
  const soon = inSteps(function* () {
    isBegun = true;
    return yield* findFirst(given, memory);
  });
  return {
    reading: { ...given, template: undefined },
    atOnce: once(() => (isBegun ? undefined : tellAtOnce(given, memory))),
    first: () => soon.result().result,
    rest: () => inTime(findRest(soon, settings, given, memory)),
  };
}

/** With other settings, nothing is known of the text. */
function openAnew(memory: Memory, settings: string, selected: readonly Rule[]): void {
  memory.checks = openMemoryOfChecks(settings, selected);
  memory.advice = undefined;
  memory.told = undefined;
}

function tellAtOnce(given: LintGiven, memory: Memory): KnownFindings | undefined {
  if (memory.told === undefined) return undefined;
  const { visitors, shownAtOnce } = memory.checks;
  visitors.begin({ given, report: () => {} });
  const known = findAtOnce(memory.told, given, shownAtOnce(), visitors);
  if (known !== undefined) memory.told = toldOf(given, known.diagnostics);
  return known;
}

/** What is found out soon. */
interface Found {
  readonly judgement: Judgement;
  /** What rules about single statements have found. */
  readonly advice: readonly Diagnostic[];
  readonly result: LintResult;
}

function* findFirst(given: LintGiven, memory: Memory): Generator<void, Found> {
  const { selected, quick, visitors, silence } = memory.checks;
  const refusals = yield* checkInSteps(checks, given, { visitors, silence: silence.checks });
  const judgement = judge(selected, given, refusals);
  const isAsked = judgement.rules.length > 0;
  const advice = isAsked ? yield* checkInSteps(quick, given, { visitors, silence: silence.rules }) : [];
  yield;
  const isTaken = judgement.rules.length === selected.length;
  const old = isTaken && memory.advice !== undefined ? movedAdvice(memory.advice, given) : [];
  const result = conclude(given, { ...judgement, rules: isAsked ? quick : [] }, arrange([...advice, ...old]));
  memory.told = toldOf(given, result.diagnostics);
  return { judgement, advice, result };
}

function* findRest(
  soon: InSteps<Found>,
  settings: string,
  given: LintGiven,
  memory: Memory,
): Generator<LintResult | undefined, LintResult> {
  for (const _ of soon.steps()) yield undefined;
  const { judgement, advice, result: first } = soon.result();
  yield first;
  const slow = judgement.rules.length === memory.checks.selected.length ? memory.checks.slow : [];
  const more = findAdvice(slow, settings, given, memory);
  let step = more.next();
  for (; !step.done; step = more.next()) yield undefined;
  const result = conclude(given, judgement, arrange([...advice, ...step.value]));
  memory.told = toldOf(given, result.diagnostics);
  return result;
}

function nextConfiguration(
  input: LintInput,
  changes: readonly TextChange[] | undefined,
  memory: Memory,
): Configuration {
  const before = memory.configuration;
  // What is half updated when something fails is of no use.
  memory.configuration = undefined;
  const isKnown = before !== undefined && changes !== undefined;
  memory.configuration = isKnown ? updateConfiguration(before, input, changes) : parseConfiguration(input);
  return memory.configuration;
}

/** What the rules about how statements play together find; one rule is at least one step. */
function* findAdvice(
  rules: readonly Rule[],
  settings: string,
  given: LintGiven,
  memory: Memory,
): Generator<void, readonly Diagnostic[]> {
  if (rules.length === 0) return [];
  const basis = basisOf(settings, given);
  const find = findKept(memory.advice, basis, given);
  const asking = { ...given, analysis: waitingAnalysis(given.analysis) };
  const found = new Map<string, RuleAdvice>();
  for (const rule of rules) {
    found.set(rule.code, find(rule) ?? (yield* whenDone(given.analysis, () => adviceOf(rule, asking))));
    yield;
  }
  memory.advice = keepAdvice(basis, given, found);
  return [...found.values()].flatMap(({ findings }) => findings);
}

/** Milliseconds of work between two pauses. */
const pace = 1;

/** Leaves out the pauses that come soon after the last one, but none with something to tell. */
function* inTime<Found, Result>(work: Generator<Found | undefined, Result>): Generator<Found | undefined, Result> {
  let begun = Date.now();
  for (let step = work.next(); ; step = work.next()) {
    if (step.done) return step.value;
    if (step.value === undefined && Date.now() - begun < pace) continue;
    yield step.value;
    begun = Date.now();
  }
}

/** The rules about single statements, and the others. */
function byScope(rules: readonly Rule[]): readonly [readonly Rule[], readonly Rule[]] {
  return [rules.filter(({ scope }) => scope === "statement"), rules.filter(({ scope }) => scope === "configuration")];
}

/** What was found the last time, where it still has a place. */
function movedAdvice({ texts, byCode }: KeptAdvice, { configuration }: LintGiven): readonly Diagnostic[] {
  const { move } = moveBetween(texts, configuration);
  return [...byCode.values()].flatMap(({ findings }) =>
    findings.flatMap((finding) => movedFinding(finding, move) ?? []),
  );
}
