import type { LineKind } from "../../parser/ast/nodes.ts";
import { type Rendering, renderTemplate } from "../../parser/template/render-template.ts";
import type { Hole, Range } from "../../parser/template/template.ts";
import { type Candidate, candidates, numberExpressions, type Shape, shapesOf } from "./fillings.ts";
import { touch } from "./statements.ts";
import { type Bench, runTrial, type Trial } from "./trial.ts";

/** All ways in which a template was filled in. */
export interface Trials {
  /** With each of the candidates for all values at once. */
  readonly rough: readonly Trial[];
  /** With what smtpd takes at each place, as far as that was found out. */
  readonly fitting: readonly Trial[];
  /** A value was found for every hole with which smtpd takes its statement. */
  readonly complete: boolean;
}

/**
 * Fills in a template in many ways. The first ones show all of its text, and all rules look at these; the others are there
 * to refute what was found, so only the same rules look at them, and none where nothing was found.
 */
export function runTrials(bench: Bench): Trials {
  const { holes } = bench.template;
  const shapes = shapesOf(bench.template);
  const guesses = roughGuesses(bench, shapes.whole);
  const checked = guesses.map((list) => list.map((guess) => runTrial(bench, guess, "checks")));
  const chosen = choose(holes, checked);
  const numberOf = numberExpressions(bench.template);
  const fill = (shape: Shape) => render(bench, shape, (hole) => chosen(hole).value(numberOf(hole)));
  const showing = [...shapes.whole, ...shapes.apart].map((shape) => runTrial(bench, fill(shape), "all"));
  const codes = new Set(
    [...checked.flat(), ...showing].flatMap(({ found }) => [...found.values()].map(({ code }) => code)),
  );
  const complete = holes.every((hole) => hole.kind !== "value" || chosen(hole).isWord);
  if (codes.size === 0) return { rough: [], fitting: showing, complete };
  const rough = guesses.flat().map((guess) => runTrial(bench, guess, codes));
  const other = shapes.other.map((shape) => runTrial(bench, fill(shape), codes));
  const values = otherValues(bench, shapes.whole[0], chosen, [...rough, ...showing]).map((text) =>
    runTrial(bench, text, codes),
  );
  return { rough, fitting: [...showing, ...other, ...values], complete };
}

function render(
  { template }: Bench,
  shape: Shape,
  value: (hole: Hole) => string,
  omitted: readonly Range[] = [],
): Rendering {
  return renderTemplate(template, { ...shape, value, omitted });
}

/** Each candidate for all values at once, in the first shapes; none where there are no values. */
function roughGuesses(bench: Bench, shapes: readonly Shape[]): readonly (readonly Rendering[])[] {
  const { template } = bench;
  const numberOf = numberExpressions(template);
  if (template.holes.every(({ kind }) => kind !== "value")) return [];
  return candidates.map((candidate) =>
    shapes.map((shape) => render(bench, shape, (hole) => candidate.value(numberOf(hole)))),
  );
}

/** Other values of the same sort, the same one for all, and a text without the rules that have any. */
function otherValues(
  bench: Bench,
  shape: Shape | undefined,
  chosen: (hole: Hole) => Candidate,
  trials: readonly Trial[],
): readonly Rendering[] {
  if (shape === undefined || bench.template.holes.every(({ kind }) => kind !== "value")) return [];
  const numberOf = numberExpressions(bench.template);
  const openRules = openRanges(trials, "MatchDirective");
  const other = (hole: Hole) => chosen(hole).other(numberOf(hole));
  const texts = [render(bench, shape, other), render(bench, shape, (hole) => chosen(hole).other(0))];
  return openRules.length === 0 ? texts : [...texts, render(bench, shape, other, openRules)];
}

/** For each hole the first candidate with which smtpd takes its statement; nothing stands for one without. */
function choose(holes: readonly Hole[], rough: readonly (readonly Trial[])[]): (hole: Hole) => Candidate {
  const nothing = candidates.at(-1) as Candidate;
  const choice = new Map<Hole, Candidate>();
  for (const hole of holes) {
    const index = rough.findIndex((trials) => trials.every((trial) => !isRefusedAt(hole, trial)));
    choice.set(hole, candidates[index] ?? nothing);
  }
  return (hole) => choice.get(hole) ?? nothing;
}

/** Whether smtpd refuses the statement with what stands for a hole. */
function isRefusedAt(hole: Hole, { statements, result, rendering }: Trial): boolean {
  const place = placeOf(hole, rendering);
  const [source] = result.configuration.sources;
  const touched = statements.filter(({ start, end }) => place !== undefined && touch({ start, end }, place));
  return touched.some(({ start, end, failure }) => {
    if (failure !== undefined) return true;
    const inside = (span: Range) => start <= span.start && span.start <= end;
    return result.diagnostics.some(({ kind, span }) => kind === "check" && span.source === source && inside(span));
  });
}

function placeOf(hole: Hole, { seams }: Rendering): Range | undefined {
  return seams.find((seam) => seam.hole === hole);
}

/** The ranges of a template in which a statement, of a kind if one is given, depends on what stands for a hole. */
export function openRanges(trials: readonly Trial[], kind?: LineKind): Range[] {
  const ranges = trials.flatMap(({ statements }) =>
    statements.flatMap(({ line, seams, inTemplate }) =>
      seams.length > 0 && inTemplate !== undefined && (kind ?? line.kind) === line.kind ? [inTemplate] : [],
    ),
  );
  const distinct = new Map(ranges.map((range) => [`${range.start} ${range.end}`, range]));
  return [...distinct.values()];
}
