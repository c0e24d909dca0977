import { firstIndex, type Line } from "smtpd-conf";
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
  return lines[firstIndex(lines, ({ start }) => start > offset) - 1];
}
