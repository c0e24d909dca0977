import type { Line } from "smtpd-conf";
import type { Snapshot } from "./snapshot.ts";

/** The statements of the document in the order of its text. */
export function linesOf({ configuration, source }: Snapshot): readonly Line[] {
  return configuration.sources.length === 1
    ? configuration.lines
    : configuration.lines.filter((line) => line.source === source);
}

/**
 * The statement at an offset of the document; undefined between statements. A cursor behind the last character of a
 * statement still stands on it.
 */
export function lineAt(snapshot: Snapshot, offset: number): Line | undefined {
  const line = lineBefore(snapshot, offset);
  return line !== undefined && offset <= line.end ? line : undefined;
}

/** The last statement of the document that begins at an offset or before it. */
export function lineBefore(snapshot: Snapshot, offset: number): Line | undefined {
  const lines = linesOf(snapshot);
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle] as Line).start <= offset) low = middle + 1;
    else high = middle;
  }
  return lines[low - 1];
}
