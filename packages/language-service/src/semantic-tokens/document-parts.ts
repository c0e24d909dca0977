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
  readonly start: number;
  readonly end: number;
}

/** Where a statement begins and ends in the document; undefined where no part of it is there. */
export function extentOf(line: Line, { configuration, source }: Snapshot): Extent | undefined {
  if (configuration.sources.length === 1 || isOwn(line, source)) return line;
  const own = line.tokens.filter((token) => token.source === source);
  const [start, end] = [own[0]?.start, own.at(-1)?.end];
  return start === undefined || end === undefined ? undefined : { start, end };
}

function isOwn({ tokens, source: begun }: Line, source: Source): boolean {
  return begun === source && tokens[tokens.length - 1]?.source === source;
}
