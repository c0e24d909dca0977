import type { Range } from "./template.ts";

/** The ranges that overlap a range or meet it, of a list that is sorted and in which none overlaps another. */
export function rangesTouching<Item extends Range>(list: readonly Item[], { start, end }: Range): Item[] {
  const touching: Item[] = [];
  for (let index = firstIndex(list, (item) => item.end >= start); index < list.length; index++) {
    const item = list[index] as Item;
    if (item.start > end) break;
    touching.push(item);
  }
  return touching;
}

/** The first index whose item is so, where all behind it are so too; the length of the list where none is. */
export function firstIndex<Item>(list: readonly Item[], isSo: (item: Item) => boolean): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isSo(list[middle] as Item)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The ranges in order, those that overlap or meet as one. */
export function mergeRanges(ranges: readonly Range[]): Range[] {
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of ranges.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last === undefined || last.end < start) merged.push({ start, end });
    else last.end = Math.max(last.end, end);
  }
  return merged;
}
