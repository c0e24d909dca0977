import type { Source } from "smtpd-conf";

/** Where an offset lies in a text, both from 1. Columns count UTF-16 code units, as JavaScript and editors do. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The lines of a text. Only a newline ends a line, as for smtpd. */
export interface LineIndex {
  readonly text: string;
  /** The number of the first line: more than 1 where the text is a part of a file. */
  readonly firstLine: number;
  /** The offset of the first character of each line. */
  readonly starts: readonly number[];
}

export function indexLines({ text, part }: Pick<Source, "text" | "part">): LineIndex {
  const starts = [0];
  for (let newline = text.indexOf("\n"); newline >= 0; newline = text.indexOf("\n", newline + 1))
    starts.push(newline + 1);
  return { text, firstLine: part?.line ?? 1, starts };
}

/** The line and column, in its file, of an offset in the text; one behind the text counts as its end. */
export function positionAt({ text, firstLine, starts }: LineIndex, offset: number): Position {
  const inside = Math.max(0, Math.min(offset, text.length));
  let [low, high] = [0, starts.length];
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (startOf(starts, middle) <= inside) low = middle;
    else high = middle;
  }
  return { line: low + firstLine, column: inside - startOf(starts, low) + 1 };
}

/** A line by its number in the file, without the newline that ends it; empty where there is no such line. */
export function lineAt(index: LineIndex, line: number): string {
  const { text, starts, firstLine } = index;
  const next = starts[line - firstLine + 1];
  return text.slice(lineStart(index, line), next === undefined ? text.length : next - 1);
}

/** Where a line begins in the text, by its number in the file; the end of the text where there is no such line. */
export function lineStart({ text, firstLine, starts }: LineIndex, line: number): number {
  return starts[line - firstLine] ?? text.length;
}

function startOf(starts: readonly number[], index: number): number {
  return starts[index] ?? 0;
}
