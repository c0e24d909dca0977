import { type Configuration, firstIndex, groupedBy, type Line, type Source } from "smtpd-conf";
import type { Snapshot } from "./snapshot.ts";

type Document = Pick<Snapshot, "configuration" | "source">;

const linesBySource = new WeakMap<Configuration, ReadonlyMap<Source, readonly Line[]>>();

/** The statements of the document in the order of its text. */
export function linesOf({ configuration, source }: Document): readonly Line[] {
  if (configuration.sources.length === 1) return configuration.lines;
  const bySource = linesBySource.get(configuration) ?? groupedBy(configuration.lines, (line) => line.source);
  linesBySource.set(configuration, bySource);
  return bySource.get(source) ?? [];
}

/**
 * The statement at an offset of the document; undefined between statements. A cursor behind the last character of a
 * statement still stands on it.
 */
export function lineAt(document: Document, offset: number): Line | undefined {
  const line = lineBefore(document, offset);
  return line !== undefined && offset <= line.end ? line : undefined;
}

/** The last statement of the document that begins at an offset or before it. */
export function lineBefore(document: Document, offset: number): Line | undefined {
  const lines = linesOf(document);
  return lines[firstIndex(lines, ({ start }) => start > offset) - 1];
}
