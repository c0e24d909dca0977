import { defineMacro, type Macro } from "../macros/macro-table.ts";
import type { MacroUse } from "../macros/macro-use.ts";
import type { Span } from "../source.ts";
import { type Movable, type Move, moveLine, moveSpan } from "./move-line.ts";
import { movedOrigin } from "./moved-origins.ts";
import { addRecords, progressTo, type Records, sliceRecords } from "./records.ts";
import { shiftOf, type Update } from "./update.ts";

/** Takes over what stands before an offset of the old text, moved to where it stands in the new one. */
export function keepRecords(update: Update, offset: number): void {
  const { old, made, done, origins } = update;
  const end = progressTo(old, done, offset, update.offsetOf);
  const kept = sliceRecords(old, done, end);
  const by = shiftOf(update);
  const start = old.restingPoints[done.restingPoints] ?? update.oldLength;
  if (origins.kept.at(-1)?.by !== by) origins.kept.push({ start, by });
  for (const failure of kept.syntaxFailures) moveEnd(update, failure.end, by);
  if (origins.kept.some((stretch) => stretch.by !== 0) || origins.renewed.length > 0) moveRecords(update, kept, by);
  for (const macro of kept.definitions) keepDefinition(update, macro);
  addRecords(made, kept);
  update.done = end;
}

/** A statement that the next one cuts short is noted to end where the text does. */
function moveEnd({ source, input, oldLength }: Update, end: Movable<Span>, by: number): void {
  if (end.source !== source) return;
  end.start = end.end = end.start === oldLength ? input.text.length : end.start + by;
}

function moveRecords(update: Update, kept: Records, by: number): void {
  const { source, origins } = update;
  const move: Move = { source, by, originOf: (origin) => movedOrigin(origins, origin) };
  for (const line of kept.lines) moveLine(line, move);
  for (const use of kept.macroUses) moveUse(update, use, move);
  for (const macro of kept.definitions as Movable<Macro>[]) macro.origin = movedOrigin(origins, macro.origin);
  if (by === 0) return;
  for (const comment of kept.comments) moveSpan(comment, move);
  for (const span of kept.skipped) moveSpan(span, move);
  for (const { span } of kept.lexicalErrors) moveSpan(span, move);
  kept.restingPoints.forEach((point, index) => {
    kept.restingPoints[index] = point + by;
  });
}

/** The use of a macro that was defined again with the same value is a use of that definition. */
function moveUse({ redefined }: Update, use: Movable<MacroUse>, move: Move): void {
  moveSpan(use, move);
  const macro = redefined.get(use.name);
  if (macro?.same && macro.before === use.macro) use.macro = macro.now;
}

function keepDefinition({ before, reading, redefined }: Update, macro: Macro): void {
  defineMacro(before, macro);
  defineMacro(reading.macros, macro);
  redefined.delete(macro.name);
}
