import type { Span } from "../parser/source.ts";
import type { Diagnostic } from "./diagnostic.ts";

/**
 * Sorts findings by where they begin, and drops those that say the same of the same place. What smtpd refuses comes before
 * advice at one place, then the codes are in the order of the alphabet.
 */
export function arrange(found: readonly Diagnostic[]): Diagnostic[] {
  const sorted = found.toSorted(compareFindings);
  return sorted.filter((_, index) => !isRepeated(sorted, index));
}

function compareFindings(a: Diagnostic, b: Diagnostic): number {
  return comparePlaces(a.span, b.span) || compareTexts(a.kind, b.kind) || compareTexts(a.code, b.code);
}

function compareTexts(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** Whether a finding stands further up that is the same but for its words. */
function isRepeated(sorted: readonly Diagnostic[], index: number): boolean {
  const one = sorted[index] as Diagnostic;
  for (let before = index - 1; before >= 0; before--) {
    const other = sorted[before] as Diagnostic;
    if (compareFindings(other, one) !== 0) return false;
    if (other.span.end === one.span.end) return true;
  }
  return false;
}

/** Compares where two ranges begin, those of an included file as if it stood in the place of its `include`. */
function comparePlaces(a: Span, b: Span): number {
  if (a.source === b.source) return a.start - b.start;
  return compareKeys(placeKey(a), placeKey(b));
}

/** The offsets of the includes that lead to a place, and its own; each in the whole of its file. */
function placeKey(span: Span): readonly number[] {
  const key: number[] = [];
  for (let place: Span | undefined = span; place !== undefined; place = place.source.includedBy) {
    key.push(place.start + (place.source.part?.offset ?? 0));
  }
  return key.reverse();
}

function compareKeys(a: readonly number[], b: readonly number[]): number {
  for (let index = 0; index < Math.max(a.length, b.length); index++) {
    const difference = (a[index] ?? -1) - (b[index] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}
