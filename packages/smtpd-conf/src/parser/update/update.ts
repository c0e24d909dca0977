import type { Configuration, Inclusion } from "../configuration.ts";
import { isExpandedTooMuch } from "../lexer/scanner.ts";
import type { Macro, MacroTable } from "../macros/macro-table.ts";
import type { ParseInput } from "../parse-input.ts";
import { finishReading, mostInclusions, type Reading, readingOf } from "../reading.ts";
import type { Source, Span } from "../source.ts";
import type { Movable } from "./move-line.ts";
import type { MovedOrigins } from "./moved-origins.ts";
import { leaveTrail, type ReadingTrail } from "./reading-trail.ts";
import { noProgress, type Progress, type Records, recordsIn, recordsOf } from "./records.ts";
import type { ChangedRange } from "./text-change.ts";

/** A macro that is another object now than it was at this point of the text. */
export interface Redefinition {
  readonly before: Macro | undefined;
  readonly now: Macro | undefined;
  /** The value is what it was, so that the tokens out of the macro are, too. */
  readonly same: boolean;
}

/** An update on its way through the text: what there was, and what there is, up to where it stands. */
export interface Update {
  readonly input: ParseInput;
  /** The file itself; its text is the new one already. */
  readonly source: Source;
  readonly oldLength: number;
  readonly ranges: readonly ChangedRange[];
  /** The inclusions of files that say something else now. */
  readonly staleInclusions: ReadonlySet<Inclusion>;
  readonly old: Records;
  /** What is read, and what is kept, up to here. */
  readonly reading: Reading;
  readonly made: Records;
  /** How much of the old records is done with. */
  done: Progress;
  /** How many of the ranges lie behind. */
  passed: number;
  /** The macros as they were; as they are, they are in the reading. */
  readonly before: MacroTable;
  readonly redefined: Map<string, Redefinition>;
  readonly origins: MovedOrigins;
  /** Where the file itself had what stood in it, or in what it includes: the offset, or that of the `include`. */
  readonly offsetOf: (span: Span) => number;
}

/** An update that stands at the beginning of the text, which is the new one from here on. */
export function beginUpdate(
  previous: Configuration,
  trail: ReadingTrail,
  input: ParseInput,
  ranges: readonly ChangedRange[],
  staleInclusions: ReadonlySet<Inclusion>,
): Update {
  const source = previous.sources[0] as Source;
  const oldLength = source.text.length;
  (source as Movable<Source>).text = input.text;
  const reading = readingOf(input, source, tableOf(trail.givenMacros));
  return {
    input,
    source,
    oldLength,
    ranges,
    staleInclusions,
    old: recordsOf(previous, trail),
    reading,
    made: recordsIn(reading),
    done: noProgress(),
    passed: 0,
    before: tableOf(trail.givenMacros),
    redefined: new Map(),
    origins: { source, kept: [], renewed: [] },
    offsetOf: offsetsIn(previous.sources),
  };
}

function tableOf(macros: readonly Macro[]): MacroTable {
  return new Map(macros.map((macro) => [macro.name, macro]));
}

function offsetsIn(sources: readonly Source[]): (span: Span) => number {
  const [first] = sources;
  const includes = new Map<Source, number>();
  const offsetOf = (span: Span) => (span.source === first ? span.start : (includes.get(span.source) ?? 0));
  for (const source of sources) if (source.includedBy !== undefined) includes.set(source, offsetOf(source.includedBy));
  return offsetOf;
}

/**
 * What an update has made, once it is at the end of the text. Undefined where there is more in it than is read: then some
 * of it would have been left out.
 */
export function finishUpdate({ input, reading }: Update, { expanded }: ReadingTrail): Configuration | undefined {
  const more = reading.scanner.expanded();
  const total = { characters: expanded.characters + more.characters, tokens: expanded.tokens + more.tokens };
  if (reading.inclusions.length > mostInclusions || isExpandedTooMuch(total)) return undefined;
  const configuration = finishReading(reading);
  leaveTrail(configuration, input, reading, total);
  return configuration;
}

/** How much further to the right than before the text is that comes next. */
export function shiftOf({ ranges, passed }: Update): number {
  const last = ranges[passed - 1];
  return last === undefined ? 0 : last.newEnd - last.oldEnd;
}

/** How many points at which reading can begin are at or before an offset of the old text. */
export function restingPointsUpTo({ old, done }: Update, offset: number): number {
  const { restingPoints } = old;
  let [low, high] = [done.restingPoints, restingPoints.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((restingPoints[middle] as number) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The last of these points that is not done with; undefined where there is none. */
export function lastRestingPoint(update: Update, offset: number): number | undefined {
  const count = restingPointsUpTo(update, offset);
  return count === update.done.restingPoints ? undefined : update.old.restingPoints[count - 1];
}
