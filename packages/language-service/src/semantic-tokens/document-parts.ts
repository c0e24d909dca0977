import type { Line, MacroUse, Source, Span } from "smtpd-conf";
import type { Snapshot } from "../snapshot.ts";

/** What has colours, each in the order of the text. */
export interface DocumentParts {
  readonly lines: readonly Line[];
  readonly comments: readonly Span[];
  readonly macroUses: readonly MacroUse[];
}

/** What of a configuration stands in the document. A list can begin in one file and end in another. */
export function partsIn({ configuration, source }: Snapshot): DocumentParts {
  if (configuration.sources.length === 1) return configuration;
  const isHere = (span: Span) => span.source === source;
  return {
    lines: configuration.lines.filter(({ tokens }) => [tokens[0], tokens.at(-1)].some((one) => one && isHere(one))),
    comments: configuration.comments.filter(isHere),
    macroUses: configuration.macroUses.filter(isHere),
  };
}

/** The index of the first item that ends behind an offset; the items are in the order of the text. */
export function firstEndingBehind<Item>(offset: number, items: readonly Item[], endOf: (item: Item) => number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (endOf(items[middle] as Item) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The part of a statement that stands in the document. */
export interface Extent {
  readonly line: Line;
  readonly start: number;
  readonly end: number;
}

export function extentOf(line: Line, source: Source): Extent | undefined {
  const { tokens } = line;
  const first = tokens[0];
  const last = tokens[tokens.length - 1];
  if (first === undefined || last === undefined) return undefined;
  if (first.source === source && last.source === source) return { line, start: first.start, end: last.end };
  const own = tokens.filter((token) => token.source === source);
  const [start, end] = [own[0]?.start, own.at(-1)?.end];
  return start === undefined || end === undefined ? undefined : { line, start, end };
}
