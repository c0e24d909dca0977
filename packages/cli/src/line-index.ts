/** Where an offset lies in a text, both from 1. Columns count UTF-16 code units, as JavaScript and editors do. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The lines of a text. Only a newline ends a line, as for smtpd. */
export interface LineIndex {
  readonly text: string;
  /** The offset of the first character of each line. */
  readonly starts: readonly number[];
}

export function indexLines(text: string): LineIndex {
  const starts = [0];
  for (let newline = text.indexOf("\n"); newline >= 0; newline = text.indexOf("\n", newline + 1))
    starts.push(newline + 1);
  return { text, starts };
}

/** The line and column of an offset; one behind the text counts as its end. */
export function positionAt({ text, starts }: LineIndex, offset: number): Position {
  const inside = Math.max(0, Math.min(offset, text.length));
  let [low, high] = [0, starts.length];
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (startOf(starts, middle) <= inside) low = middle;
    else high = middle;
  }
  return { line: low + 1, column: inside - startOf(starts, low) + 1 };
}

/** A line, from 1, without the newline that ends it; empty where there is no such line. */
export function lineAt({ text, starts }: LineIndex, line: number): string {
  const start = starts[line - 1];
  if (start === undefined) return "";
  const next = starts[line];
  return text.slice(start, next === undefined ? text.length : next - 1);
}

function startOf(starts: readonly number[], index: number): number {
  return starts[index] ?? 0;
}
