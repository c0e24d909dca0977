import { newestRelease } from "../language/releases.ts";
import type { Configuration, Inclusion } from "./configuration.ts";
import { noFiles } from "./files.ts";
import { parseConfiguration } from "./parse-configuration.ts";
import type { ParseInput } from "./parse-input.ts";
import { isSameList } from "./same-list.ts";
import { keepRecords } from "./update/keep-records.ts";
import { nextStale } from "./update/next-stale.ts";
import { readAgain } from "./update/read-again.ts";
import { hasMarks, type ReadingTrail, takeTrail } from "./update/reading-trail.ts";
import { areAllChanges, type ChangedRange, changedRanges, type TextChange } from "./update/text-change.ts";
import { beginUpdate, finishUpdate, lastRestingPoint } from "./update/update.ts";

/** So many changes at once are not worth sorting out. */
const mostChanges = 1000;

/**
 * What `parseConfiguration(input)` gives, for the price of what has changed. `changes` lead from the text of `previous`
 * to that of `input`, each relative to the text as those before it left it. Where they do not, or where nothing can be
 * kept (another target, a NUL byte), everything is read anew.
 *
 * `previous` is used up: what is kept of it moves to where it stands now. A line that is the same object as before is made
 * of the same tokens, out of the same values of macros, and so are its nodes. The source of the file itself is the same
 * object, too, with the new text.
 */
export function updateConfiguration(
  previous: Configuration,
  input: ParseInput,
  changes: readonly TextChange[],
): Configuration {
  const trail = takeTrail(previous);
  if (trail === undefined || !isSameReading(trail, previous, input)) return parseConfiguration(input);
  const ranges = rangesBetween(previous, input, changes);
  return (ranges && update(previous, trail, input, ranges)) ?? parseConfiguration(input);
}

/** Whether the text is read as the one before was. */
function isSameReading({ target, given }: ReadingTrail, { sources }: Configuration, input: ParseInput): boolean {
  const { encoding = "utf8", definitions = [] } = input;
  return (
    sources[0]?.path === input.path &&
    sources[0].encoding === encoding &&
    target === (input.target ?? newestRelease) &&
    isSameList(given, definitions)
  );
}

/** Where the two texts differ, if that can be told from the changes. */
function rangesBetween(
  { sources }: Configuration,
  { text }: ParseInput,
  changes: readonly TextChange[],
): readonly ChangedRange[] | undefined {
  if (changes.length > mostChanges || changes.some(({ start, end }) => start < 0 || start > end)) return undefined;
  const ranges = changedRanges(changes);
  if (!areAllChanges(ranges, sources[0]?.text ?? "", text)) return undefined;
  return ranges.some(({ newStart, newEnd }) => hasMarks(text.slice(newStart, newEnd))) ? undefined : ranges;
}

/**
 * Reads again what the ranges touch, and what uses a macro that is another one now, and keeps all the rest. Undefined
 * where that is not enough; the old configuration is spoilt then, too.
 */
function update(
  previous: Configuration,
  trail: ReadingTrail,
  input: ParseInput,
  ranges: readonly ChangedRange[],
): Configuration | undefined {
  const state = beginUpdate(previous, trail, input, ranges, changedInclusions(previous, input));
  for (let stale = nextStale(state); stale !== undefined; stale = nextStale(state)) {
    const begin = lastRestingPoint(state, stale.start) ?? 0;
    keepRecords(state, begin);
    if (!readAgain(state, begin, stale)) return undefined;
  }
  keepRecords(state, Number.POSITIVE_INFINITY);
  return finishUpdate(state, trail);
}

/** The includes of files that are not what they were. */
function changedInclusions({ inclusions, sources }: Configuration, { files = noFiles }: ParseInput): Set<Inclusion> {
  let included = 0;
  const isChanged = ({ statement, failure }: Inclusion): boolean => {
    if (failure === "cycle" || failure === "too-many") return false;
    const source = failure === undefined ? sources[++included] : undefined;
    const content = files.read(statement.path.value);
    if (content.kind === "failed") return content.reason !== failure;
    return source?.text !== content.text || source.encoding !== content.encoding;
  };
  return new Set(inclusions.filter(isChanged));
}
