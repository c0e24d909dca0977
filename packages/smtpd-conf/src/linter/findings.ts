import type { Span } from "../parser/source.ts";
import type { Check, Problem } from "./check.ts";
import type { Diagnostic, Fix } from "./diagnostic.ts";

/** Findings of one check in one file of a table that are kept. Such a file can have a million lines with the same fault. */
const mostInTableFile = 20;

/** What checks have found, in the order in which they said it. */
export interface Findings {
  readonly add: (check: Check, problem: Problem) => void;
  /** All that is to be shown. */
  readonly list: () => Diagnostic[];
}

/** The findings of one check in one file of a table. */
interface Flood {
  readonly check: Check;
  readonly shown: Set<string>;
  /** The first that is not shown, and how many are not. */
  first: Problem | undefined;
  hidden: number;
  /** How far into the file they were counted: a table that is used twice is read twice. */
  furthest: number;
}

/**
 * Takes in findings. Of those in the file of a table it keeps the first of each check, and counts the others. A problem that
 * a check gives for many lines is one finding, however much it holds.
 */
export function collectFindings(): Findings {
  const kept = new Map<Problem, Diagnostic>();
  const floods = new Map<string, Flood>();
  return {
    add: (check, problem) => {
      const { part, path } = problem.span.source;
      if (kept.has(problem)) return;
      if (part === undefined) return void kept.set(problem, diagnosticFrom(check, problem));
      const key = `${check.code} ${path}`;
      const flood = floods.get(key) ?? { check, shown: new Set(), first: undefined, hidden: 0, furthest: -1 };
      floods.set(key, flood);
      if (isShown(flood, problem, part.offset + problem.span.start)) kept.set(problem, diagnosticFrom(check, problem));
    },
    list: () => [...kept.values(), ...[...floods.values()].flatMap(remainder)],
  };
}

/** Whether a finding is among those to show; else it is counted. */
function isShown(flood: Flood, problem: Problem, offset: number): boolean {
  const identity = `${offset} ${problem.span.end}`;
  if (flood.shown.has(identity)) return false;
  if (flood.shown.size < mostInTableFile) {
    flood.shown.add(identity);
    flood.furthest = Math.max(flood.furthest, offset);
    return true;
  }
  if (offset > flood.furthest) {
    flood.first ??= problem;
    flood.hidden++;
    flood.furthest = offset;
  }
  return false;
}

/** One more finding, at the place of the first that is not shown. */
function remainder({ check, first, hidden }: Flood): Diagnostic[] {
  if (first === undefined) return [];
  if (hidden === 1) return [diagnosticFrom(check, first)];
  const others = hidden === 2 ? "1 more place" : `${hidden - 1} more places`;
  const message = `This and ${others} of the file have the same fault as those before them.`;
  return [diagnosticFrom(check, { span: first.span, message })];
}

/** A problem as a finding. Its places are those of now: a statement that moves on leaves them where they are. */
export function diagnosticFrom(check: Check, problem: Problem): Diagnostic {
  const { kind, code, severity } = check;
  const { message, help, related = none, fixes = none } = problem;
  const span = fixed(problem.span);
  return { code, kind, severity, message, help, span, related: related.map(fixedPlace), fixes: fixes.map(fixedFix) };
}

const none: readonly never[] = [];

function fixed({ source, start, end }: Span): Span {
  return { source, start, end };
}

function fixedPlace<Place extends { readonly span: Span }>(place: Place): Place {
  return { ...place, span: fixed(place.span) };
}

function fixedFix(fix: Fix): Fix {
  return { ...fix, edits: fix.edits.map(fixedPlace) };
}
