/** Gives the place that something has in an earlier list by its place in a later one; undefined where none is known. */
export type PlaceBefore = (index: number) => number | undefined;

/** Compares two versions of a list: what they begin with in common has its place, and so has what they end with. */
export function sameEnds(before: readonly object[], now: readonly object[]): PlaceBefore {
  const begin = sameAtBegin(before, now);
  const end = now.length - sameAtEnd(before, now, begin);
  const shift = before.length - now.length;
  return (index) => (index < begin ? index : index < end ? undefined : index + shift);
}

function sameAtBegin(one: readonly object[], other: readonly object[]): number {
  let count = 0;
  while (count < one.length && count < other.length && one[count] === other[count]) count++;
  return count;
}

/** How many things two lists end with in common, besides those that they begin with. */
function sameAtEnd(one: readonly object[], other: readonly object[], begin: number): number {
  const most = Math.min(one.length, other.length) - begin;
  let count = 0;
  while (count < most && one[one.length - 1 - count] === other[other.length - 1 - count]) count++;
  return count;
}
