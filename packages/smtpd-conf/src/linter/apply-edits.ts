import type { Edit } from "./diagnostic.ts";

/** Something with edits that are made together or not at all. */
export interface Change {
  readonly edits: readonly Edit[];
}

/** What came of making changes. */
export interface AppliedChanges<Kind extends Change> {
  readonly text: string;
  /** What was replaced. */
  readonly edits: readonly Edit[];
  readonly applied: readonly Kind[];
  /** Those that overlap or touch one that was made; they have to be asked for again of the new text. */
  readonly waiting: readonly Kind[];
}

/**
 * Makes changes of one text. Where two overlap or touch, the first has its way; one that makes the very same edits as an
 * earlier one counts as made with it.
 */
export function applyChanges<Kind extends Change>(text: string, changes: readonly Kind[]): AppliedChanges<Kind> {
  const taken: Edit[] = [];
  const [applied, waiting]: [Kind[], Kind[]] = [[], []];
  const made = new Set<string>();
  const isFree = openRanges();
  for (const change of changes) {
    const key = keyOf(change);
    if (!made.has(key) && !isFree(change.edits)) {
      waiting.push(change);
      continue;
    }
    applied.push(change);
    if (made.has(key)) continue;
    made.add(key);
    taken.push(...change.edits);
  }
  return { text: applyEdits(text, taken), edits: taken, applied, waiting };
}

/**
 * The text with edits, which may not overlap; of insertions at one place, the first stands first. Where it is a part of the
 * text that the edits are of, `offset` says where that part begins.
 */
export function applyEdits(text: string, edits: readonly Edit[], offset = 0): string {
  const pieces: string[] = [];
  let from = 0;
  for (const { span, text: replacement } of inOrder(edits)) {
    pieces.push(text.slice(from, span.start - offset), replacement);
    from = span.end - offset;
  }
  return pieces.join("") + text.slice(from);
}

/** Where an offset of a text comes to lie once edits have been made; one within an edit, at the beginning of its text. */
export function movedBy(edits: readonly Edit[]): (offset: number) => number {
  const ordered = inOrder(edits);
  const starts = ordered.map(({ span }) => span.start);
  // By how much what stands behind the first so many edits has moved.
  const shifts = [0];
  for (const { span, text } of ordered) shifts.push((shifts.at(-1) ?? 0) + text.length - (span.end - span.start));
  return (offset) => {
    const number = firstAtLeast(starts, offset);
    const last = ordered[number - 1];
    if (last === undefined || last.span.end <= offset) return offset + (shifts[number] ?? 0);
    return last.span.start + (shifts[number - 1] ?? 0);
  };
}

/** The index of the first of some rising numbers that is no smaller than another. */
export function firstAtLeast(numbers: readonly number[], least: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

function inOrder(edits: readonly Edit[]): readonly Edit[] {
  return [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

function keyOf({ edits }: Change): string {
  return JSON.stringify(edits.map(({ span, text }) => [span.start, span.end, text]));
}

/** Takes in the edits of one change after the other; says no, and takes none, where one meets an edit of another change. */
function openRanges(): (edits: readonly Edit[]) => boolean {
  const starts: number[] = [];
  const ends: number[] = [];
  const place = (offset: number) => firstAtLeast(ends, offset);
  return (edits) => {
    const isFree = edits.every(({ span }) => (starts[place(span.start)] ?? Number.POSITIVE_INFINITY) > span.end);
    if (!isFree) return false;
    for (const { span } of inOrder(edits)) {
      const at = place(span.start);
      starts.splice(at, 0, span.start);
      ends.splice(at, 0, span.end);
    }
    return true;
  };
}
