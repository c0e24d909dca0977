import type { Configuration } from "../parser/configuration.ts";
import type { Source, Span } from "../parser/source.ts";
import { type ChangedRange, growthBehind } from "../parser/update/text-change.ts";
import type { Diagnostic } from "./diagnostic.ts";

/** Gives the place in a new configuration of a range of an old one; undefined where it has none any more. */
export type MoveSpan = (span: Span) => Span | undefined;

/** The text of a file as it was when its findings were made. */
export interface FileText {
  readonly source: Source;
  readonly text: string;
}

/** Remembers the texts of the files of a configuration. */
export function textsOf({ sources }: Configuration): readonly FileText[] {
  return sources.map((source) => ({ source, text: source.text }));
}

/** How ranges move from one version to the next. */
export interface Moves {
  /**
   * What stands before all that changed in a file stays, what stands behind it moves, and a range around all of it grows or
   * shrinks with it.
   */
  readonly move: MoveSpan;
  /** The same for ranges that are not near what changed: in the same line, or the next one above or below. */
  readonly moveAway: MoveSpan;
}

/** Moves ranges from files with these texts to those of a configuration. */
export function moveBetween(before: readonly FileText[], { sources }: Configuration): Moves {
  const moves = new Map<Source, Moves>();
  before.forEach(({ source, text }, index) => {
    const after = sources[index];
    if (after?.path === source.path) moves.set(source, movesInFile(text, after));
  });
  return {
    move: (span) => moves.get(span.source)?.move(span),
    moveAway: (span) => moves.get(span.source)?.moveAway(span),
  };
}

function movesInFile(before: string, source: Source): Moves {
  const after = source.text;
  const start = lengthOfSameStart(before, after);
  const end = before.length - lengthOfSameEnd(before, after, start);
  const shift = after.length - before.length;
  const move = moveAlong([{ oldStart: start, oldEnd: end, newStart: start, newEnd: end + shift }], source);
  if (before === after) return { move, moveAway: move };
  const nearStart = newlineBefore(before, newlineBefore(before, start));
  const nearEnd = newlineBehind(before, newlineBehind(before, end) + 1);
  return { move, moveAway: (span) => (span.end < nearStart || span.start > nearEnd ? move(span) : undefined) };
}

/**
 * Moves ranges of a file that has changed in these stretches to `source`, which is that file now: what stands before all of
 * them stays, what stands between or behind them moves, what holds all of them grows or shrinks; else it is gone if one
 * touches it.
 */
export function moveAlong(ranges: readonly ChangedRange[], source: Source): MoveSpan {
  const first = ranges[0]?.oldStart ?? Number.POSITIVE_INFINITY;
  const last = ranges.at(-1)?.oldEnd ?? Number.NEGATIVE_INFINITY;
  const growth = growthBehind(ranges);
  return (span) => {
    if (span.end <= first) return span.source === source ? span : { source, start: span.start, end: span.end };
    if (span.start >= last) return { source, start: span.start + growth, end: span.end + growth };
    const around = span.start <= first && last <= span.end;
    if (!around && ranges.some(({ oldStart, oldEnd }) => oldStart < span.end && span.start < oldEnd)) return undefined;
    const by = (offset: number) => growthBehind(ranges.filter(({ oldEnd }) => oldEnd <= offset));
    return { source, start: span.start + (around ? 0 : by(span.start)), end: span.end + by(span.end) };
  };
}

/** The offset of the last newline before an offset; -1 for none. */
export function newlineBefore(text: string, offset: number): number {
  return offset <= 0 ? -1 : text.lastIndexOf("\n", offset - 1);
}

/** The offset of the next newline from an offset on; the length of the text for none. */
export function newlineBehind(text: string, offset: number): number {
  const newline = text.indexOf("\n", offset);
  return newline < 0 ? text.length : newline;
}

function lengthOfSameStart(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let length = 0;
  while (length < most && one.charCodeAt(length) === other.charCodeAt(length)) length++;
  return length;
}

function lengthOfSameEnd(one: string, other: string, start: number): number {
  const most = Math.min(one.length, other.length) - start;
  let length = 0;
  while (length < most && one.charCodeAt(one.length - 1 - length) === other.charCodeAt(other.length - 1 - length))
    length++;
  return length;
}

/** A finding at its new place; undefined where that is gone. Its fixes go, and so do related places that are gone. */
export function movedFinding(finding: Diagnostic, move: MoveSpan): Diagnostic | undefined {
  const span = move(finding.span);
  if (span === undefined) return undefined;
  const { code, kind, severity, message, help, related, fixes } = finding;
  if (span === finding.span && related.length + fixes.length === 0) return finding;
  return { code, kind, severity, message, help, span, related: movedPlaces(related, move), fixes: none };
}

const none: readonly never[] = [];

function movedPlaces(related: Diagnostic["related"], move: MoveSpan): Diagnostic["related"] {
  if (related.length === 0) return none;
  return related.flatMap((place) => {
    const span = move(place.span);
    return span === undefined ? [] : [{ message: place.message, span }];
  });
}

/**
 * A finding with all that belongs to it at its new place; undefined where any of that is gone, or where a fix may be another
 * one, because it looks at the text around.
 */
export function movedWhole(finding: Diagnostic, { move, moveAway }: Moves): Diagnostic | undefined {
  const span = move(finding.span);
  const related = finding.related.flatMap((place) => withSpan(place, move(place.span)));
  const fixes = finding.fixes.map((fix) => {
    return { ...fix, edits: fix.edits.flatMap((edit) => withSpan(edit, moveAway(edit.span))) };
  });
  const isWhole =
    related.length === finding.related.length &&
    fixes.every(({ edits }, index) => edits.length === finding.fixes[index]?.edits.length);
  return span !== undefined && isWhole ? { ...finding, span, related, fixes } : undefined;
}

function withSpan<Place extends object>(place: Place, span: Span | undefined): (Place & { readonly span: Span })[] {
  return span === undefined ? [] : [{ ...place, span }];
}
