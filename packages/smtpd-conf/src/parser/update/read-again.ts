import { defineMacro, type Macro } from "../macros/macro-table.ts";
import { readNext } from "../parse-configuration.ts";
import { restingPosition } from "../reading.ts";
import { sameValue } from "./moved-origins.ts";
import type { Stale } from "./next-stale.ts";
import { progressTo } from "./records.ts";
import type { ChangedRange } from "./text-change.ts";
import { lastRestingPoint, shiftOf, type Update } from "./update.ts";

/**
 * Reads what is stale, from a resting point of the old text on until the old text reads on as the new one does; what was
 * read of it before is done with. False where smtpd stops within.
 */
export function readAgain(update: Update, begin: number, stale: Stale): boolean {
  const { reading } = update;
  const { scanner, restingPoints, definitions } = reading;
  const defined = definitions.length;
  scanner.seek(begin + shiftOf(update));
  let joint = jointAt(update, stale);
  while (joint === undefined) {
    const position = restingPosition(reading);
    if (position !== undefined) restingPoints.push(position);
    joint = readNext(reading) ? jointAt(update, stale) : Number.POSITIVE_INFINITY;
  }
  dropRecords(update, joint, definitions.slice(defined));
  return scanner.stoppedAt === undefined;
}

/** The offset from which the old text reads on as the new one does from here; undefined where there is none. */
function jointAt(update: Update, stale: Stale): number | undefined {
  const position = restingPosition(update.reading);
  if (position === undefined) return undefined;
  const { ranges } = update;
  while (update.passed < ranges.length && (ranges[update.passed] as ChangedRange).newEnd <= position) update.passed++;
  if (update.passed < stale.ranges || (ranges[update.passed]?.newStart ?? position) < position) return undefined;
  const offset = position - shiftOf(update);
  return offset > stale.last && lastRestingPoint(update, offset) === offset ? offset : undefined;
}

/** Is done with the old records up to an offset of the old text; `read` are the definitions that stand there now. */
function dropRecords(update: Update, offset: number, read: readonly Macro[]): void {
  const { old, done } = update;
  const end = progressTo(old, done, offset, update.offsetOf);
  noteRedefinitions(update, old.definitions.slice(done.definitions, end.definitions), read);
  update.done = end;
  if (offset === Number.POSITIVE_INFINITY) update.passed = update.ranges.length;
}

/** Finds out which macros are others now, where some definitions were dropped and some were read. */
function noteRedefinitions(update: Update, dropped: readonly Macro[], read: readonly Macro[]): void {
  for (const macro of dropped) defineMacro(update.before, macro);
  const redefinedHere = new Set(dropped);
  for (const name of new Set([...dropped, ...read].map((macro) => macro.name))) {
    const [before, now] = [update.before.get(name), update.reading.macros.get(name)];
    if (before === now) update.redefined.delete(name);
    else if (before === undefined || now === undefined || !redefinedHere.has(before) || !sameValue(before, now))
      update.redefined.set(name, { before, now, same: false });
    else {
      update.redefined.set(name, { before, now, same: true });
      update.origins.renewed.push({ origin: before.origin, exact: before.exact, to: now });
    }
  }
}
