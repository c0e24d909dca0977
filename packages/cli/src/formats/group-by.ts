import { groupedBy } from "smtpd-conf";

/** The items with equal keys together, in the order in which each key first comes. */
export function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): readonly (readonly [T, ...T[]])[] {
  return [...groupedBy(items, keyOf).values()];
}
