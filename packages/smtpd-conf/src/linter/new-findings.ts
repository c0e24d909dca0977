import type { Reference } from "../model/symbols.ts";
import type { Span } from "../parser/source.ts";
import { firstIndex, mergeRanges } from "../parser/template/sorted-ranges.ts";
import { movedBy } from "./apply-edits.ts";
import type { Diagnostic, Edit } from "./diagnostic.ts";
import type { LintResult } from "./lint.ts";
import { isInNamedFile } from "./place.ts";
import { rules } from "./rules.ts";

/**
 * The findings that edits of the first source have brought about: those of the codes that have more findings than before.
 * `steps` are the edits that were made together, each step of the text that the one before it made. Left out is what was
 * there before and only comes to light now:
 *
 * - in or about a statement that could not be read before, because of a mistake in it or above it that is gone;
 * - at a place that smtpd refused for another reason, of which it gives the first;
 * - in the definition of a name that is used in such a statement or at such a place: what nothing asks for is not judged;
 * - in a statement with a value that meant nothing to smtpd (a rule of the category `type`), and does now;
 * - by a rule on how statements play together, where smtpd refused the configuration before: then such rules do not run;
 * - that there is no rule at all, which smtpd says only of a file without other mistakes.
 */
export function newFindings(before: LintResult, after: LintResult, steps: Steps): readonly Diagnostic[] {
  const known = countByCode(before.diagnostics);
  const more = moreThan(known, after.diagnostics);
  if (more.length === 0) return more;
  const isUncovered = openUncovered(before, after, steps);
  return moreThan(
    known,
    more.filter((diagnostic) => !isUncovered(diagnostic)),
  );
}

/** Those of the codes that there are more of than is known. */
function moreThan(known: ReadonlyMap<string, number>, diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const counts = countByCode(diagnostics);
  return diagnostics.filter(({ code }) => (counts.get(code) ?? 0) > (known.get(code) ?? 0));
}

function countByCode(diagnostics: readonly Diagnostic[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { code } of diagnostics) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}

type Steps = readonly (readonly Edit[])[];

const configurationRules = new Set(rules.filter(({ scope }) => scope === "configuration").map(({ code }) => code));

function openUncovered(before: LintResult, after: LintResult, steps: Steps): (one: Diagnostic) => boolean {
  const wasRefused = before.verdict === "rejected";
  const opened = rangesIn(moved(unreadable(before), steps));
  const refused = rangesIn(moved(refusedIn(before), steps));
  const gotMeaning = rangesIn(moved(withoutMeaning(before), steps));
  const statementAt = openStatements(after);
  const named = rangesIn(definitionsOf(after, ({ word, line }) => refused(word) || opened(word) || opened(line)));
  return ({ code, span, related }) => {
    if (wasRefused && after.verdict === "accepted" && configurationRules.has(code)) return true;
    if (wasRefused && code === "no-rules") return true;
    if (refused(span) || gotMeaning(span) || named(span)) return true;
    return [span, ...related.map((place) => place.span)].some((place) => opened(place) || opened(statementAt(place)));
  };
}

/** The statements that define what some references name. */
function definitionsOf({ model }: LintResult, isWanted: (reference: Reference) => boolean): readonly Span[] {
  const keyOf = ({ space, name }: Pick<Reference, "space" | "name">) => `${space} ${name}`;
  const wanted = new Set(model.references.filter(isWanted).map(keyOf));
  return model.definitions.filter((one) => wanted.has(keyOf(one)) && isInNamedFile(one.line)).map(({ line }) => line);
}

/** What the parser could not make sense of, in the first source. */
function unreadable({ configuration }: LintResult): readonly Span[] {
  const { lines, skipped, lexicalErrors } = configuration;
  const broken = lines.filter(({ kind }) => kind === "BrokenStatement");
  return [...broken, ...skipped, ...lexicalErrors.map(({ span }) => span)].filter(isInNamedFile);
}

const valueRules = new Set(rules.filter(({ category }) => category === "type").map(({ code }) => code));

function refusedIn({ diagnostics }: LintResult): readonly Span[] {
  return diagnostics.filter(({ kind, span }) => kind === "check" && isInNamedFile(span)).map(({ span }) => span);
}

/** The statements with a value that smtpd can make nothing of. */
function withoutMeaning({ diagnostics, configuration }: LintResult): readonly Span[] {
  const statementAt = openStatements({ configuration });
  return diagnostics.flatMap(({ code, span }) => {
    const statement = valueRules.has(code) ? statementAt(span) : undefined;
    return statement !== undefined && isWithin(span, statement) ? [statement] : [];
  });
}

function isWithin({ start, end }: Range, statement: Range): boolean {
  return statement.start <= start && end <= statement.end;
}

/** Finds the first statement of the first source that meets a place there. */
function openStatements({ configuration }: Pick<LintResult, "configuration">): (place: Span) => Span | undefined {
  const find = openRanges(configuration.lines.filter(isInNamedFile));
  return (place) => (isInNamedFile(place) ? find(place) : undefined);
}

type Range = Pick<Span, "start" | "end">;

function moved(spans: readonly Span[], steps: Steps): readonly Range[] {
  const moves = steps.map(movedBy);
  const move = (offset: number) => moves.reduce((place, next) => next(place), offset);
  return spans.map(({ start, end }) => ({ start: move(start), end: move(end) }));
}

/** Asks whether a place meets one of some ranges of the first source. */
function rangesIn(ranges: readonly Range[]): (place: Span | undefined) => boolean {
  const find = openRanges(mergeRanges(ranges));
  return (place) => place !== undefined && isInNamedFile(place) && find(place) !== undefined;
}

/**
 * Finds the first of some ranges, which are in order and do not overlap, that has a place in common with another one; an
 * empty one has the place where it is.
 */
function openRanges<Item extends Range>(ranges: readonly Item[]): (place: Range) => Item | undefined {
  return ({ start, end }) => {
    const next = ranges[firstIndex(ranges, (range) => range.end >= start)];
    return next !== undefined && next.start <= end ? next : undefined;
  };
}
