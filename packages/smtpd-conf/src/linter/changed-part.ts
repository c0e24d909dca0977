import type { Line } from "../parser/ast/nodes.ts";
import { sameEnds } from "../parser/same-ends.ts";
import { isSameList } from "../parser/same-list.ts";
import type { Span } from "../parser/source.ts";
import { type ChangedRange, changedRanges } from "../parser/update/text-change.ts";
import type { LintGiven } from "./lint-stages.ts";
import { newlineBefore, newlineBehind } from "./moved-findings.ts";
import type { ToldFindings } from "./told-findings.ts";

/** So many statements are looked at at once; where more have changed, it is no use to be quick about these. */
const mostStatements = 50;
const mostChanges = 100;

/** What has changed of a text. */
export interface ChangedPart {
  /** From the first statement that is another one to the last. */
  readonly statements: readonly Line[];
  readonly ranges: readonly ChangedRange[];
  /** The lines that these stand in, the last newline left out. */
  readonly places: readonly Place[];
}

type Place = Pick<Span, "start" | "end">;

/** What has changed since something was told; undefined where nobody knows, where it is much, or where it is in other files. */
export function changedPart(
  { lines, sources, changes }: ToldFindings,
  { configuration }: LintGiven,
): ChangedPart | undefined {
  if (changes === undefined || changes.length > mostChanges) return undefined;
  const [source] = configuration.sources;
  if (source === undefined || !isSameList(sources, configuration.sources)) return undefined;
  const place = sameEnds(lines, configuration.lines);
  const statements = configuration.lines.filter((_, index) => place(index) === undefined);
  const removed = lines.length - (configuration.lines.length - statements.length);
  if (Math.max(statements.length, removed) > mostStatements) return undefined;
  if (statements.some((line) => line.source !== source)) return undefined;
  const ranges = changedRanges(changes);
  const places = ranges.map(({ newStart, newEnd }) => wholeLines(source.text, newStart, newEnd));
  return { statements, ranges, places: [...places, ...placeOf(statements)] };
}

function wholeLines(text: string, from: number, to: number): Place {
  const isBehindNewline = to === 0 || text[to - 1] === "\n";
  return { start: newlineBefore(text, from) + 1, end: isBehindNewline ? to - 1 : newlineBehind(text, to) };
}

function placeOf(statements: readonly Line[]): readonly Place[] {
  const [first, last] = [statements[0], statements.at(-1)];
  return first === undefined || last === undefined ? [] : [{ start: first.start, end: last.end }];
}

/** Whether something stands in what has changed. */
export function touches(span: Span, { places }: ChangedPart): boolean {
  return places.some(({ start, end }) => span.start <= end && start <= span.end);
}
