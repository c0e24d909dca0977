/** Whether two lists hold the same things in the same order: the same objects, or equal strings. */
export function isSameList<Thing>(one: readonly Thing[], other: readonly Thing[]): boolean {
  return one === other || (one.length === other.length && one.every((thing, index) => thing === other[index]));
}
