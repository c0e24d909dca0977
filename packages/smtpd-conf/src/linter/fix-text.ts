import { type AppliedChanges, applyChanges, firstAtLeast, movedBy } from "./apply-edits.ts";
import type { Diagnostic, Edit, Fix } from "./diagnostic.ts";
import { type LintInput, type LintResult, lint } from "./lint.ts";
import { newFindings } from "./new-findings.ts";
import { isInNamedFile } from "./place.ts";

export interface FixOptions {
  /** Whether to make suggested changes too: of each finding without a safe fix, the first. */
  readonly suggested: boolean;
}

/** A fix with the finding that it mends. */
export interface FixOfFinding extends Fix {
  readonly code: string;
  readonly finding: Diagnostic;
}

export interface FixedText {
  readonly text: string;
  /** In the order in which they were made. */
  readonly applied: readonly FixOfFinding[];
  /** What was left out, since it would have made things worse. */
  readonly left: readonly FixOfFinding[];
  /** How many findings could only be fixed in another file: one that is included, or that of a table. */
  readonly elsewhere: number;
  /** Of the fixed text. */
  readonly result: LintResult;
  /** How many times all was looked at again. */
  readonly rounds: number;
}

/** Rounds at most. Each makes the fixes that do not touch one another; a few are enough for any text that people write. */
const mostRounds = 100;

/**
 * Applies the fixes of all findings to the first source of the input, and those of what is found then, until there is
 * nothing more to fix. Other sources stay as they are. A fix is left out where with it smtpd would refuse what it accepts,
 * or a finding would be there that was not (see `newFindings`): fixing never makes things worse.
 *
 * What comes of a text rests on that text alone, so fixing the result again changes nothing. Only where very many fixes of
 * a large text would make things worse are some left out without a trial.
 */
export function fixText(input: LintInput, options: FixOptions): FixedText {
  const run: Run = { ...options, attempts: attemptsFor(input.text) };
  let state = stateOf(input, lint(input));
  const applied: FixOfFinding[] = [];
  const seen = new Set([input.text]);
  for (let rounds = 0; ; rounds++) {
    const { made, left, next } = rounds < mostRounds ? bestStep(state, run) : nothingMade(state);
    if (made.length === 0 || seen.has(next.input.text)) return finish(state, applied, left, rounds, options);
    applied.push(...made);
    seen.add(next.input.text);
    state = next;
  }
}

interface Run extends FixOptions {
  /** How often fixes may still be tried out. */
  attempts: number;
}

/** Characters that are read at most to find out which of many fixes has to be left out: half a minute's work. */
const mostRead = 20_000_000;

function attemptsFor(text: string): number {
  return Math.min(2000, Math.max(20, Math.floor(mostRead / Math.max(1, text.length))));
}

/** A text with what was found in it. */
interface State {
  readonly input: LintInput;
  readonly result: LintResult;
}

interface Step {
  readonly made: readonly FixOfFinding[];
  readonly left: readonly FixOfFinding[];
  readonly next: State;
}

function stateOf(input: LintInput, result: LintResult): State {
  return { input, result };
}

function nothingMade(state: State): Step {
  return { made: [], left: [], next: state };
}

/**
 * As many fixes at once as make nothing worse. Where none of them can stay, those that they were in the way of have their
 * turn.
 */
function bestStep(state: State, run: Run): Step {
  const left: FixOfFinding[] = [];
  let candidates: readonly FixOfFinding[] = fixesFor(state.result.diagnostics, run);
  for (;;) {
    const { applied: together, waiting } = applyChanges(state.input.text, candidates);
    if (together.length === 0) return { ...nothingMade(state), left };
    const { step } = grow(state, { chosen: [], step: nothingMade(state) }, together, run);
    if (step.made.length > 0) return step;
    left.push(...together);
    candidates = waiting;
  }
}

/** Fixes that can be made together, and what comes of them. */
interface Growth {
  readonly chosen: readonly FixOfFinding[];
  readonly step: Step;
}

/** Adds fixes to others: all of them if that makes nothing worse, else half of them, and then the other half. */
function grow(state: State, growth: Growth, more: readonly FixOfFinding[], run: Run): Growth {
  if (run.attempts <= 0) return growth;
  const chosen = [...growth.chosen, ...more];
  const step = attempt(state, chosen, run);
  if (step !== undefined) return { chosen, step };
  if (more.length === 1) return growth;
  const middle = more.length >> 1;
  return grow(state, grow(state, growth, more.slice(0, middle), run), more.slice(middle), run);
}

/** How often what a fix brings about may be fixed in turn: without a rule its action is unused, then a table, then a file. */
const mostConsequences = 8;

/**
 * What comes of making fixes; undefined where something would be worse than before. A finding that they bring about may
 * have a fix of its own, which is then made with them: a rule that is deleted can leave an action that nothing uses.
 */
function attempt(state: State, fixes: readonly FixOfFinding[], run: Run): Step | undefined {
  run.attempts--;
  let step = makeFixes(state, fixes);
  const steps = [step.edits];
  const made = [...fixes];
  if (staysUnmended(step, fixes)) return undefined;
  let found = worseIn(state, step.next, steps);
  for (let times = 0; times < mostConsequences && found?.length; times++) {
    const more = fixesFor(found, run);
    if (more.length < found.length) return undefined;
    run.attempts--;
    step = makeFixes(step.next, more);
    made.push(...step.applied);
    steps.push(step.edits);
    found = worseIn(state, step.next, steps);
  }
  const isBetter = found?.length === 0 && step.next.input.text !== state.input.text;
  return isBetter ? { made, left: [], next: step.next } : undefined;
}

/** A text with fixes, as far as they do not meet one another. */
interface Made extends Omit<AppliedChanges<FixOfFinding>, "text"> {
  readonly next: State;
}

function makeFixes({ input }: State, fixes: readonly FixOfFinding[]): Made {
  const { text, ...made } = applyChanges(input.text, fixes);
  const next = { ...input, text };
  return { ...made, next: stateOf(next, lint(next)) };
}

/** Whether a finding of the same code stands where one was that a fix was meant for. */
function staysUnmended({ next, edits }: Made, fixes: readonly FixOfFinding[]): boolean {
  const move = movedBy(edits);
  const left = placesByCode(next.result.diagnostics);
  return fixes.some(({ code, finding: { span } }) => {
    const [start, end] = [move(span.start), move(span.end)];
    const { starts = [], ends = [] } = left.get(code) ?? {};
    // Findings stand in order: of those that begin before the end, the last one reaches furthest.
    const reached = ends[firstAtLeast(starts, end) - 1] ?? 0;
    return start < end && start < reached;
  });
}

interface Places {
  readonly starts: number[];
  readonly ends: number[];
}

/** Where the findings of each code are, in the file that was named. */
function placesByCode(diagnostics: readonly Diagnostic[]): ReadonlyMap<string, Places> {
  const places = new Map<string, Places>();
  for (const { code, span } of diagnostics.filter((one) => isInNamedFile(one.span))) {
    const { starts, ends } = places.get(code) ?? { starts: [], ends: [] };
    places.set(code, { starts, ends });
    starts.push(span.start);
    ends.push(span.end);
  }
  return places;
}

/** What is worse than before: new findings, or (undefined) the verdict. */
function worseIn(
  { result: before }: State,
  { result: after }: State,
  steps: readonly (readonly Edit[])[],
): readonly Diagnostic[] | undefined {
  if (before.verdict === "accepted" && after.verdict === "rejected") return undefined;
  return newFindings(before, after, steps);
}

/** The fix of each finding that has one which changes nothing but the first source. */
function fixesFor(diagnostics: readonly Diagnostic[], options: FixOptions): FixOfFinding[] {
  return diagnostics.flatMap((finding) => chosenFix(finding, options) ?? []).filter(staysInNamedFile);
}

function chosenFix(finding: Diagnostic, { suggested }: FixOptions): FixOfFinding | undefined {
  const { code, fixes } = finding;
  const fix = fixes.find(({ safe }) => safe) ?? (suggested ? fixes[0] : undefined);
  return fix && { ...fix, code, finding };
}

function staysInNamedFile({ edits }: Fix): boolean {
  return edits.every(({ span }) => isInNamedFile(span));
}

function finish(
  { input, result }: State,
  applied: readonly FixOfFinding[],
  left: readonly FixOfFinding[],
  rounds: number,
  options: FixOptions,
): FixedText {
  const chosen = result.diagnostics.flatMap((finding) => chosenFix(finding, options) ?? []);
  const elsewhere = chosen.filter((fix) => !staysInNamedFile(fix)).length;
  return { text: input.text, applied, left, elsewhere, result, rounds };
}
