import { defineMacro, type Macro } from "../macros/macro-table.ts";
import { readNext } from "../parse-configuration.ts";
import { type Reading, restingPosition, resumeReading } from "../reading.ts";
import { sameValue } from "./moved-origins.ts";
import type { Stale } from "./next-stale.ts";
import { progressTo, recordsRead } from "./records.ts";
import type { ChangedRange } from "./text-change.ts";
import { lastRestingPoint, shiftOf, type Update } from "./update.ts";

/**
 * Reads what is stale, from a resting point of the old text on until the old text reads on as the new one does, and puts
 * it in the place of what was read there before. False where smtpd stops within.
 */
export function readAgain(update: Update, begin: number, stale: Stale): boolean {
  const reading = resumeReading(update.input, update.source, update.now, begin + shiftOf(update));
  let joint = jointAt(update, reading, stale);
  while (joint === undefined) {
    const position = restingPosition(reading);
    if (position !== undefined) reading.restingPoints.push(position);
    joint = readNext(reading) ? jointAt(update, reading, stale) : Number.POSITIVE_INFINITY;
  }
  replaceRecords(update, reading, joint);
  return reading.scanner.stoppedAt === undefined;
}

/** The offset from which the old text reads on as the new one does from here; undefined where there is none. */
function jointAt(update: Update, reading: Reading, stale: Stale): number | undefined {
  const position = restingPosition(reading);
  if (position === undefined) return undefined;
  const { ranges } = update;
  while (update.passed < ranges.length && (ranges[update.passed] as ChangedRange).newEnd <= position) update.passed++;
  if (update.passed < stale.ranges || (ranges[update.passed]?.newStart ?? position) < position) return undefined;
  const offset = position - shiftOf(update);
  return offset > stale.last && lastRestingPoint(update, offset) === offset ? offset : undefined;
}

function replaceRecords(update: Update, reading: Reading, joint: number): void {
  const { old, done, made, expanded } = update;
  const end = progressTo(old, done, joint, update.offsetOf);
  made.push(recordsRead(reading));
  noteRedefinitions(update, old.definitions.slice(done.definitions, end.definitions), reading.definitions);
  const { characters, tokens } = reading.scanner.expanded();
  update.expanded = { characters: expanded.characters + characters, tokens: expanded.tokens + tokens };
  update.done = end;
  if (joint === Number.POSITIVE_INFINITY) update.passed = update.ranges.length;
}

/** Finds out which macros are others now, where some definitions were dropped and some were read. */
function noteRedefinitions(update: Update, dropped: readonly Macro[], read: readonly Macro[]): void {
  for (const macro of dropped) defineMacro(update.before, macro);
  const redefinedHere = new Set(dropped);
  for (const name of new Set([...dropped, ...read].map((macro) => macro.name))) {
    const [before, now] = [update.before.get(name), update.now.get(name)];
    if (before === now) update.redefined.delete(name);
    else if (before === undefined || now === undefined || !redefinedHere.has(before) || !sameValue(before, now))
      update.redefined.set(name, { before, now, same: false });
    else {
      update.redefined.set(name, { before, now, same: true });
      update.origins.renewed.push({ origin: before.origin, exact: before.exact, to: now });
    }
  }
}
