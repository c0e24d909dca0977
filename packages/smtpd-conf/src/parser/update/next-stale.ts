import type { MacroUse } from "../macros/macro-use.ts";
import { restingPointsUpTo, type Update } from "./update.ts";

/** Something that has to be read again. */
export interface Stale {
  /** Where it begins in the old text. */
  readonly start: number;
  /** Reading goes on until so many ranges of changes lie behind, and what stood at this offset of the old text. */
  readonly ranges: number;
  readonly last: number;
}

/**
 * What has to be read again next: a range of changes, an `include` of a file that was changed, or the use of a macro that
 * has another value now. Undefined where all the rest can be kept.
 */
export function nextStale(update: Update): Stale | undefined {
  const range = update.ranges[update.passed];
  const limit = range?.oldStart ?? Number.POSITIVE_INFINITY;
  const found = [staleInclusion(update), staleUses(update, limit)].filter((stale) => stale !== undefined);
  const [first] = found.filter(({ start }) => start < limit).sort((one, other) => one.start - other.start);
  if (first !== undefined || range === undefined) return first;
  return { start: range.oldStart, ranges: update.passed + 1, last: -1 };
}

function staleInclusion({ staleInclusions, old, done, passed, offsetOf }: Update): Stale | undefined {
  if (staleInclusions.size === 0) return undefined;
  const rest = old.inclusions.slice(done.inclusions);
  const inclusion = rest.find((one) => staleInclusions.has(one));
  if (inclusion === undefined) return undefined;
  const start = offsetOf(inclusion.statement);
  return { start, ranges: passed, last: start };
}

/** The next use of a macro that is another one now, with all that are in the same statement or in the next ones. */
function staleUses(update: Update, limit: number): Stale | undefined {
  const { redefined, old, done, passed, offsetOf } = update;
  if (redefined.size === 0) return undefined;
  let stale: Stale | undefined;
  for (let index = done.macroUses; index < old.macroUses.length; index++) {
    const use = old.macroUses[index] as MacroUse;
    const offset = offsetOf(use);
    if (offset >= limit) break;
    if (!isStale(update, use)) continue;
    if (stale !== undefined && !isNext(update, stale.last, offset)) break;
    stale = { start: stale?.start ?? offset, ranges: passed, last: offset };
  }
  return stale;
}

function isStale({ redefined }: Update, use: MacroUse): boolean {
  const macro = redefined.get(use.name);
  return macro !== undefined && !macro.same && macro.before === use.macro;
}

/** Whether no more than one point at which reading can begin lies between two offsets of the old text. */
function isNext(update: Update, one: number, other: number): boolean {
  return restingPointsUpTo(update, other) - restingPointsUpTo(update, one) <= 1;
}
