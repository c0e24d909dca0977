import { inSteps } from "../analysis/in-steps.ts";
import type { Line } from "../parser/ast/nodes.ts";
import { sameEnds } from "../parser/same-ends.ts";
import type { Source, Span } from "../parser/source.ts";
import { type ChangedRange, changedRanges, growthBehind, type TextChange } from "../parser/update/text-change.ts";
import { arrange } from "./arrange.ts";
import type { Check } from "./check.ts";
import { checks } from "./checks.ts";
import type { Diagnostic } from "./diagnostic.ts";
import type { LintResult } from "./lint-result.ts";
import { isUnreadable, type LintGiven } from "./lint-stages.ts";
import { type MoveSpan, movedFinding } from "./moved-findings.ts";
import { rules as allRules } from "./rules.ts";
import { dismissalOf, runChecks, showTo } from "./run-checks.ts";
import { suppress } from "./suppressions/suppression-stage.ts";
import type { WatchedVisitors } from "./watched-visitors.ts";

/** What is known of a text before all of it was looked at again. */
export type KnownFindings = Pick<LintResult, "verdict" | "diagnostics">;

/** The findings that were told last, and what has happened to the text since. */
export interface ToldFindings {
  readonly lines: readonly Line[];
  readonly sources: readonly Source[];
  readonly diagnostics: readonly Diagnostic[];
  /** Undefined where nobody knows. */
  readonly changes: readonly TextChange[] | undefined;
}

/** Keeps what is told of a text. */
export function toldOf({ configuration }: LintGiven, diagnostics: readonly Diagnostic[]): ToldFindings {
  const { lines, sources } = configuration;
  return { lines: lines.slice(), sources: sources.slice(), diagnostics, changes: [] };
}

/** Takes in that the text was changed once more. */
export function changedSince(told: ToldFindings, changes: readonly TextChange[] | undefined): ToldFindings {
  const known = told.changes !== undefined && changes !== undefined;
  return { ...told, changes: known ? [...told.changes, ...changes] : undefined };
}

/** So many statements are looked at at once; where more have changed, it is no use to be quick about these. */
const mostStatements = 50;
const mostChanges = 100;

/**
 * What can be said at once after a change: what is wrong with the statements that are not what they were, as far as they
 * show it themselves, and the rest of what was told, moved along and without fixes. Undefined where that is no use, since
 * too much has changed.
 */
export function findAtOnce(
  told: ToldFindings,
  given: LintGiven,
  quick: readonly Check[],
  visitors: WatchedVisitors,
): KnownFindings | undefined {
  const { configuration } = given;
  const changed = changedPart(told, given);
  if (changed === undefined || isForMany(told.diagnostics)) return undefined;
  if (dismissalOf(checks, configuration) !== undefined) return undefined;
  const asked = quick.filter((check) => showsAtOnce(check, visitors));
  const codes = new Set(asked.map(({ code }) => code));
  const move = moveAlong(configuration.sources[0] as Source, changed.ranges);
  const old = told.diagnostics.flatMap((finding) => {
    const now = finding.span.source === configuration.sources[0] ? movedFinding(finding, move) : finding;
    return now === undefined || (codes.has(now.code) && touches(now.span, changed)) ? [] : now;
  });
  const fresh = inSteps(() => showTo(asked, partOf(given, changed), given, { visitors })).result();
  if (isForMany(fresh)) return undefined;
  const diagnostics = arrange([...old, ...withoutSilenced(fresh, given)]);
  const refused = isUnreadable(configuration) || diagnostics.some(({ kind }) => kind === "check");
  return { verdict: refused ? "rejected" : "accepted", diagnostics };
}

/**
 * Whether a check needs to be shown no more than a statement. Of tables it is shown how they are used elsewhere; those that
 * do nothing but say why a line is refused are asked one after the other, and none can be left out.
 */
export function showsAtOnce(check: Check, visitors: WatchedVisitors): boolean {
  const { visitor, conduct } = visitors.of(check);
  const kinds = Object.keys(visitor);
  if (kinds.every((kind) => kind === "explain")) return kinds.length > 0;
  return conduct !== undefined && visitor.TableUse === undefined && visitor.Definition === undefined;
}

/** Whether one of the findings is that of a check which says once for all lines why they are refused. */
function isForMany(found: readonly Diagnostic[]): boolean {
  return found.some(({ code }) => explainingMany.has(code));
}

const explainingMany: ReadonlySet<string> = new Set(
  checks.filter(({ remembers, precedence }) => remembers && precedence !== undefined).map(({ code }) => code),
);

/** What has changed of a text. */
interface ChangedPart {
  /** From the first statement that is another one to the last. */
  readonly statements: readonly Line[];
  readonly ranges: readonly ChangedRange[];
  /** The lines that these stand in, the last newline left out. */
  readonly places: readonly Place[];
}

type Place = Pick<Span, "start" | "end">;

function changedPart({ lines, sources, changes }: ToldFindings, { configuration }: LintGiven): ChangedPart | undefined {
  if (changes === undefined || changes.length > mostChanges) return undefined;
  const [source] = configuration.sources;
  if (source === undefined || !areSame(sources, configuration.sources)) return undefined;
  const place = sameEnds(lines, configuration.lines);
  const statements = configuration.lines.filter((_, index) => place(index) === undefined);
  const removed = lines.length - (configuration.lines.length - statements.length);
  if (Math.max(statements.length, removed) > mostStatements) return undefined;
  if (statements.some((line) => line.source !== source)) return undefined;
  const ranges = changedRanges(changes);
  const places = ranges.map(({ newStart, newEnd }) => wholeLines(source.text, newStart, newEnd));
  return { statements, ranges, places: [...places, ...placeOf(statements)] };
}

function areSame(one: readonly object[], other: readonly object[]): boolean {
  return one.length === other.length && one.every((thing, index) => thing === other[index]);
}

function wholeLines(text: string, from: number, to: number): Place {
  const start = from === 0 ? 0 : text.lastIndexOf("\n", from - 1) + 1;
  if (to === 0 || text[to - 1] === "\n") return { start, end: to - 1 };
  const newline = text.indexOf("\n", to);
  return { start, end: newline < 0 ? text.length : newline };
}

function placeOf(statements: readonly Line[]): readonly Place[] {
  const [first, last] = [statements[0], statements.at(-1)];
  return first === undefined || last === undefined ? [] : [{ start: first.start, end: last.end }];
}

/** What changes do to ranges of the text as it was before: one that they touch is gone, unless all of them are within. */
function moveAlong(source: Source, ranges: readonly ChangedRange[]): MoveSpan {
  const first = ranges[0]?.oldStart ?? Number.POSITIVE_INFINITY;
  const last = ranges.at(-1)?.oldEnd ?? Number.NEGATIVE_INFINITY;
  const growth = growthBehind(ranges);
  return (span) => {
    if (span.source !== source || span.end <= first) return span;
    if (span.start >= last) return { source, start: span.start + growth, end: span.end + growth };
    const around = span.start <= first && last <= span.end;
    if (!around && ranges.some(({ oldStart, oldEnd }) => oldStart < span.end && span.start < oldEnd)) return undefined;
    const by = (offset: number) => growthBehind(ranges.filter(({ oldEnd }) => oldEnd <= offset));
    return { source, start: span.start + (around ? 0 : by(span.start)), end: span.end + by(span.end) };
  };
}

function touches(span: Span, { places }: ChangedPart): boolean {
  return places.some(({ start, end }) => span.start <= end && start <= span.end);
}

/** The configuration and the model as if they had no more than the statements that have changed. */
function partOf({ configuration, model }: LintGiven, part: ChangedPart): Pick<LintGiven, "configuration" | "model"> {
  const statements = new Set<object>(part.statements);
  const isPart = (line: object) => statements.has(line);
  return {
    configuration: {
      ...configuration,
      lines: part.statements,
      syntaxFailures: configuration.syntaxFailures.filter(({ line }) => isPart(line)),
      newerStatements: configuration.newerStatements.filter(({ statement }) => isPart(statement)),
      inclusions: configuration.inclusions.filter(({ statement }) => isPart(statement)),
      lexicalErrors: configuration.lexicalErrors.filter(({ span }) => touches(span, part)),
    },
    model: { ...model, definitions: [], references: model.references.filter(({ line }) => isPart(line)) },
  };
}

/** Without what comments in the text silence. */
function withoutSilenced(found: readonly Diagnostic[], given: LintGiven): readonly Diagnostic[] {
  const refusals = found.filter(({ kind }) => kind === "check");
  const advice = found.filter(({ kind }) => kind === "lint");
  if (advice.length === 0) return found;
  const asked = { found: advice, ran: [], all: allRules, checks, input: given, run: runChecks };
  return [...refusals, ...suppress(asked).advice];
}
