import type { Line } from "../../parser/ast/nodes.ts";
import type { Configuration } from "../../parser/configuration.ts";
import { groupedBy } from "../../parser/grouped-by.ts";
import type { Source, Span } from "../../parser/source.ts";
import { codesThatCount, type Suppression, type SuppressionComment, type SuppressionEnd } from "./suppression.ts";
import { suppressionBlocks } from "./suppression-blocks.ts";

/** What comments silence, and what is wrong with how they stand together. */
export interface SuppressionRanges {
  readonly suppressions: readonly Suppression[];
  /** Each `enable` that ends nothing. */
  readonly strayEnds: readonly SuppressionEnd[];
}

/** Finds out where in their files comments silence rules. Without its colon, a comment silences nothing. */
export function suppressionRanges(
  configuration: Configuration,
  written: readonly SuppressionComment[],
): SuppressionRanges {
  const comments = written.filter(({ colon }) => colon);
  const layout = layoutOf(configuration);
  const suppressions: Suppression[] = [];
  for (const comment of comments) {
    const range = rangeOf(comment, layout);
    if (range === undefined) continue;
    for (const code of codesThatCount(comment)) suppressions.push({ comment, code, range, endedBy: undefined });
  }
  const blocks = suppressionBlocks(comments);
  return { suppressions: [...suppressions, ...blocks.suppressions], strayEnds: blocks.strayEnds };
}

/** Where lines, statements and comments lie. */
interface Layout {
  readonly targets: (source: Source, place: number) => Target;
  /** What follows each comment of a file, by where that comment begins. */
  readonly next: ReadonlyMap<Source, ReadonlyMap<number, number>>;
}

function layoutOf({ lines, comments }: Configuration): Layout {
  const statements = groupedBy(lines, ({ source }) => source);
  return { targets: openTargets(statements), next: placesBehind(comments) };
}

/** The first place behind each comment that is neither blank nor in a comment; the end of the text where there is none. */
function placesBehind(comments: readonly Span[]): Layout["next"] {
  const next = new Map<Source, Map<number, number>>();
  for (const { source, start, end } of comments.toReversed()) {
    const places = next.get(source) ?? new Map<number, number>();
    next.set(source, places);
    let place = end;
    while (/[\s\\]/.test(source.text.charAt(place))) place++;
    places.set(start, places.get(place) ?? place);
  }
  return next;
}

function rangeOf({ word, span, host }: SuppressionComment, layout: Layout): Span | undefined {
  const { source } = span;
  if (word === "disable-file") return { source, start: 0, end: source.text.length };
  // Of a comment that goes on over several lines, the first is the one that it stands behind.
  if (word === "disable-line") return layout.targets(source, host.start).whole;
  if (word !== "disable-next-line") return undefined;
  const next = layout.next.get(source)?.get(host.start) ?? host.end;
  return { source, start: span.start, end: layout.targets(source, next).below.end };
}

/** The lines that a comment can be about. */
interface Target {
  /** A line with all lines of the statements that begin in it. */
  readonly below: Span;
  /** The same with those of the statements that end in it. */
  readonly whole: Span;
}

/** Finds targets by a place in their line. Many comments can stand above one statement: it is looked for once. */
function openTargets(statements: ReadonlyMap<Source, readonly Line[]>): Layout["targets"] {
  const known = new Map<Source, Map<number, Target>>();
  return (source, place) => {
    const inFile = known.get(source) ?? new Map<number, Target>();
    known.set(source, inFile);
    const target = inFile.get(place) ?? targetAt({ source, start: place, end: place }, statements.get(source) ?? []);
    inFile.set(place, target);
    return target;
  };
}

function targetAt(place: Span, statements: readonly Line[]): Target {
  const line = lineAround(place);
  let [start, end] = [line.start, line.end];
  for (let index = firstEndingFrom(statements, line.start); index < statements.length; index++) {
    const statement = statements[index] as Line;
    if (statement.start > line.end) break;
    if (statement.start >= line.start)
      end = Math.max(end, lineAround({ ...place, start: statement.end, end: statement.end }).end);
    if (statement.end <= line.end) start = Math.min(start, statement.start);
  }
  return { below: { ...line, end }, whole: { ...line, start, end } };
}

/** The line of a place, with those that a backslash joins to it. */
function lineAround({ source, start, end }: Span): Span {
  const { text } = source;
  let first = start;
  while (first > 0 && (text.charAt(first - 1) !== "\n" || text.charAt(first - 2) === "\\")) first--;
  let last = text.indexOf("\n", end);
  while (last > 0 && text.charAt(last - 1) === "\\") last = text.indexOf("\n", last + 1);
  return { source, start: first, end: last < 0 ? text.length : last };
}

/** The index of the first statement that ends at an offset or behind it. */
function firstEndingFrom(list: readonly Line[], offset: number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] as Line).end < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
