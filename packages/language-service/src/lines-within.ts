import type { Line } from "smtpd-conf";
import { linesOf } from "./line-at.ts";
import type { Snapshot } from "./snapshot.ts";

/** The statements of the document that have a part between two offsets, both of which count. */
export function linesWithin(snapshot: Snapshot, start: number, end: number): readonly Line[] {
  const lines = linesOf(snapshot);
  const first = indexOfFirst(lines, (line) => line.end >= start);
  const behind = indexOfFirst(lines, (line) => line.start > end);
  return lines.slice(first, behind);
}

/** The first line that something holds for; it must hold for all behind it as well. */
function indexOfFirst(lines: readonly Line[], holds: (line: Line) => boolean): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(lines[middle] as Line)) high = middle;
    else low = middle + 1;
  }
  return low;
}
