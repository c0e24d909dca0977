/** A replacement of a range of a text: offsets in UTF-16 units, `end` is the first one behind it. */
export interface TextChange {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What several changes made of one stretch of the text: where it was in the old text, where it is in the new one. */
export interface ChangedRange {
  readonly oldStart: number;
  readonly oldEnd: number;
  readonly newStart: number;
  readonly newEnd: number;
}

/**
 * The stretches that changes replace, in the order of the text, with unchanged text between any two. Each change is
 * relative to the text as those before it left it.
 */
export function changedRanges(changes: readonly TextChange[]): readonly ChangedRange[] {
  return changes.reduce<readonly ChangedRange[]>(addChange, []);
}

function addChange(ranges: readonly ChangedRange[], { start, end, text }: TextChange): readonly ChangedRange[] {
  const before = ranges.filter((range) => range.newEnd < start);
  const after = ranges.filter((range) => range.newStart > end);
  const touched = ranges.slice(before.length, ranges.length - after.length);
  const delta = text.length - (end - start);
  const newStart = Math.min(start, touched[0]?.newStart ?? start);
  const newEnd = Math.max(end, touched.at(-1)?.newEnd ?? end);
  const oldStart = newStart - growthBehind(before);
  const oldEnd = newEnd - growthBehind([...before, ...touched]);
  const merged = { oldStart, oldEnd, newStart, newEnd: newEnd + delta };
  return [...before, merged, ...after.map((range) => moved(range, delta))];
}

/** How much further behind these ranges the text stands than it did. */
export function growthBehind(ranges: readonly ChangedRange[]): number {
  const last = ranges.at(-1);
  return last === undefined ? 0 : last.newEnd - last.oldEnd;
}

function moved(range: ChangedRange, delta: number): ChangedRange {
  return { ...range, newStart: range.newStart + delta, newEnd: range.newEnd + delta };
}

/** Whether the new text is the old one everywhere but in these ranges. */
export function areAllChanges(ranges: readonly ChangedRange[], before: string, after: string): boolean {
  const edges = [{ oldEnd: 0, newEnd: 0 }, ...ranges];
  return edges.every(({ oldEnd, newEnd }, index) => {
    const { oldStart, newStart } = ranges[index] ?? { oldStart: before.length, newStart: after.length };
    return before.slice(oldEnd, oldStart) === after.slice(newEnd, newStart);
  });
}
