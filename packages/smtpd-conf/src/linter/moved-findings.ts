import type { Configuration } from "../parser/configuration.ts";
import type { Source, Span } from "../parser/source.ts";
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

/**
 * Moves ranges from files with these texts to those of a configuration. What stands before all that changed in a file stays,
 * what stands behind it moves, and a range around all of it grows or shrinks with it.
 */
export function moveBetween(before: readonly FileText[], { sources }: Configuration): MoveSpan {
  const moves = new Map<Source, MoveSpan>();
  before.forEach(({ source, text }, index) => {
    const after = sources[index];
    if (after?.path === source.path) moves.set(source, moveInFile(text, after));
  });
  return (span) => moves.get(span.source)?.(span);
}

function moveInFile(before: string, source: Source): MoveSpan {
  const after = source.text;
  const start = lengthOfSameStart(before, after);
  const same = lengthOfSameEnd(before, after, start);
  const end = before.length - same;
  const shift = after.length - before.length;
  return (span) => {
    if (span.end <= start) return { source, start: span.start, end: span.end };
    if (span.start >= end) return { source, start: span.start + shift, end: span.end + shift };
    return span.start <= start && end <= span.end ? { source, start: span.start, end: span.end + shift } : undefined;
  };
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
  const related = finding.related.flatMap((place) => {
    const moved = move(place.span);
    return moved === undefined ? [] : [{ ...place, span: moved }];
  });
  return { ...finding, span, related, fixes: [] };
}

/** A finding whose places are those of now, even where the statements move on. */
export function fixedInPlace(finding: Diagnostic): Diagnostic {
  const fixed = ({ source, start, end }: Span): Span => ({ source, start, end });
  const related = finding.related.map((place) => ({ ...place, span: fixed(place.span) }));
  return { ...finding, span: fixed(finding.span), related, fixes: [] };
}
