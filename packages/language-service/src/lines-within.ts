import { firstIndex, type Line } from "smtpd-conf";
import { linesOf } from "./line-at.ts";
import type { Snapshot } from "./snapshot.ts";

/** The statements of the document that have a part between two offsets, both of which count. */
export function linesWithin(snapshot: Snapshot, start: number, end: number): readonly Line[] {
  const lines = linesOf(snapshot);
  const first = firstIndex(lines, (line) => line.end >= start);
  const behind = firstIndex(lines, (line) => line.start > end);
  return lines.slice(first, behind);
}
