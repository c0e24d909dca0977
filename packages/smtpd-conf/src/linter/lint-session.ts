import { type AnalysisMemory, openAnalysisMemory } from "../analysis/analysis-memory.ts";
import type { Configuration } from "../parser/configuration.ts";
import { once } from "../parser/once.ts";
import { parseConfiguration } from "../parser/parse-configuration.ts";
import type { TextChange } from "../parser/update/text-change.ts";
import { updateConfiguration } from "../parser/update-configuration.ts";
import { arrange } from "./arrange.ts";
import { checks } from "./checks.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { adviceOf, basisOf, findKept, type KeptAdvice, keepAdvice, type RuleAdvice } from "./kept-advice.ts";
import { lint } from "./lint.ts";
import type { LintInput, LintResult } from "./lint-result.ts";
import { conclude, interpret, type Judgement, judge, type LintGiven } from "./lint-stages.ts";
import { moveBetween, movedFinding } from "./moved-findings.ts";
import type { Rule } from "./rule.ts";
import { runChecks } from "./run-checks.ts";
import { openSilence, type Silence } from "./silence.ts";
import { waitingAnalysis, whenDone } from "./waiting-analysis.ts";

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
   * Soon: what smtpd refuses, all findings of rules about single statements, and for the rest what was found the last
   * time where it still has a place. Worked out when it is first asked for, which must be before the next update.
   */
  readonly first: () => LintResult;
  /**
   * Works on in steps of a few milliseconds; each `next()` is one step; the last one returns the complete result, equal to
   * what `lint` gives. An abandoned run needs no closing; what it worked out is kept for the next.
   */
  readonly rest: () => Generator<void, LintResult>;
}

/** What one version of a file leaves to the next. */
interface Memory {
  readonly analysis: AnalysisMemory;
  configuration: Configuration | undefined;
  silence: SilenceOfChecks;
  advice: KeptAdvice | undefined;
}

/** Of which statements checks and rules have nothing to say, as long as the settings are the same. */
interface SilenceOfChecks {
  readonly settings: string;
  readonly checks: Silence;
  readonly rules: Silence;
}

/** Opens a session without any text. */
export function openLintSession(): LintSession {
  const memory: Memory = {
    analysis: openAnalysisMemory(),
    configuration: undefined,
    silence: openSilenceFor(""),
    advice: undefined,
  };
  return {
    update: (input, changes) => (input.template === undefined ? beginRun(input, changes, memory) : wholeRun(input)),
  };
}

function openSilenceFor(settings: string): SilenceOfChecks {
  return { settings, checks: openSilence(), rules: openSilence() };
}

/** A template is linted as a whole: it is many texts in one. */
function wholeRun(input: LintInput): LintRun {
  const result = lint(input);
  const rest = function* () {
    yield;
    return result;
  };
  return { reading: result, first: () => result, rest };
}

function beginRun(input: LintInput, changes: readonly TextChange[] | undefined, memory: Memory): LintRun {
  const given = interpret(input, nextConfiguration(input, changes, memory), memory.analysis);
  const settings = JSON.stringify([given.target, input.rules, input.machine === undefined]);
  if (memory.silence.settings !== settings) memory.silence = openSilenceFor(settings);
  const begun = once(() => beginFinding(input, given, memory));
  return {
    reading: { ...given, template: undefined },
    first: once(() => firstResult(begun(), given, memory)),
    rest: function* () {
      const { judgement, slow, found } = begun();
      const advice = yield* inTime(findAdvice(slow, settings, given, memory));
      return conclude(given, judgement, arrange([...found, ...advice]));
    },
  };
}

/** What is found out at once. */
interface Begun {
  readonly judgement: Judgement;
  readonly quick: readonly Rule[];
  readonly slow: readonly Rule[];
  /** What the quick rules have found. */
  readonly found: readonly Diagnostic[];
}

function beginFinding(input: LintInput, given: LintGiven, { silence }: Memory): Begun {
  const judgement = judge(input, given, runChecks(checks, given, silence.checks));
  const [quick, slow] = byScope(judgement.rules);
  const found = quick.length > 0 ? runChecks(quick, given, silence.rules) : [];
  return { judgement, quick, slow, found };
}

function firstResult({ judgement, quick, slow, found }: Begun, given: LintGiven, { advice }: Memory): LintResult {
  const old = slow.length > 0 && advice !== undefined ? movedAdvice(advice, given) : [];
  return conclude(given, { ...judgement, rules: quick }, arrange([...found, ...old]));
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
const pace = 4;

/** Leaves out the pauses that come soon after the last one. */
function* inTime<Result>(work: Generator<void, Result>): Generator<void, Result> {
  let begun = Date.now();
  for (let step = work.next(); ; step = work.next()) {
    if (step.done) return step.value;
    if (Date.now() - begun < pace) continue;
    yield;
    begun = Date.now();
  }
}

/** The rules about single statements, and the others. */
function byScope(rules: Judgement["rules"]): readonly [readonly Rule[], readonly Rule[]] {
  return [rules.filter(({ scope }) => scope === "statement"), rules.filter(({ scope }) => scope === "configuration")];
}

/** What was found the last time, where it still has a place. */
function movedAdvice({ texts, byCode }: KeptAdvice, { configuration }: LintGiven): readonly Diagnostic[] {
  const { move } = moveBetween(texts, configuration);
  return [...byCode.values()].flatMap(({ findings }) =>
    findings.flatMap((finding) => movedFinding(finding, move) ?? []),
  );
}
