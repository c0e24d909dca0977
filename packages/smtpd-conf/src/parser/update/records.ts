import type { Line } from "../ast/nodes.ts";
import type { Configuration, Inclusion, NewerStatement, SyntaxFailure } from "../configuration.ts";
import type { LexicalError } from "../lexer/lexical-error.ts";
import type { Macro } from "../macros/macro-table.ts";
import type { MacroUse } from "../macros/macro-use.ts";
import type { Reading } from "../reading.ts";
import type { Source, Span } from "../source.ts";
import type { ReadingTrail } from "./reading-trail.ts";

/** Everything that a reading lists, each in the order of reading. */
export interface Records {
  /** The included files; in those of a reading the file itself comes first. */
  readonly sources: Source[];
  readonly lines: Line[];
  readonly comments: Span[];
  readonly macroUses: MacroUse[];
  readonly skipped: Span[];
  readonly lexicalErrors: LexicalError[];
  readonly syntaxFailures: SyntaxFailure[];
  readonly newerStatements: NewerStatement[];
  readonly inclusions: Inclusion[];
  readonly definitions: Macro[];
  readonly restingPoints: number[];
}

export type RecordName = keyof Records;

/** Where the place of each kind of record is told; a resting point is a place itself. */
const spanOf: { readonly [Name in Exclude<RecordName, "restingPoints">]: (record: Records[Name][number]) => Span } = {
  sources: (source) => source.includedBy as Span,
  lines: (line) => line,
  comments: (comment) => comment,
  macroUses: (use) => use,
  skipped: (span) => span,
  lexicalErrors: ({ span }) => span,
  syntaxFailures: ({ line }) => line,
  newerStatements: ({ statement }) => statement,
  inclusions: ({ statement }) => statement,
  definitions: ({ origin }) => origin,
};

export const recordNames = [...Object.keys(spanOf), "restingPoints"] as readonly RecordName[];

/** The records of a configuration that was read before. */
export function recordsOf(configuration: Configuration, trail: ReadingTrail): Records {
  const { definitions, restingPoints } = trail;
  const sources = configuration.sources.slice(1);
  return { ...configuration, sources, definitions, restingPoints } as unknown as Records;
}

/** The lists of a reading, which grow with it. */
export function recordsIn({ scanner, ...reading }: Reading): Records {
  const { comments, macroUses, skipped, errors } = scanner;
  return { ...reading, comments, macroUses, skipped, lexicalErrors: errors };
}

/** How far each list of records was gone through. */
export type Progress = Record<RecordName, number>;

/** At the beginning of each list. */
export function noProgress(): Progress {
  return Object.fromEntries(recordNames.map((name) => [name, 0])) as Progress;
}

/** Goes on to the first record of each list that does not lie before an offset. */
export function progressTo(
  records: Records,
  from: Progress,
  offset: number,
  offsetOf: (span: Span) => number,
): Progress {
  const progress = { ...from };
  for (const name of recordNames) progress[name] = firstFrom(records, name, from[name], offset, offsetOf);
  return progress;
}

function firstFrom(
  records: Records,
  name: RecordName,
  from: number,
  offset: number,
  offsetOf: (span: Span) => number,
): number {
  const list: readonly unknown[] = records[name];
  const place = name === "restingPoints" ? (at: unknown) => at as number : placeOf(name, offsetOf);
  let [low, high] = [from, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (place(list[middle]) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function placeOf(name: Exclude<RecordName, "restingPoints">, offsetOf: (span: Span) => number) {
  const span = spanOf[name] as (record: unknown) => Span;
  return (record: unknown) => offsetOf(span(record));
}

/** The records from one progress up to another. */
export function sliceRecords(records: Records, begin: Progress, end: Progress): Records {
  const entries = recordNames.map((name) => [name, records[name].slice(begin[name], end[name])]);
  return Object.fromEntries(entries) as unknown as Records;
}

/** Puts records behind others. */
export function addRecords(to: Records, added: Records): void {
  for (const name of recordNames) {
    const list: unknown[] = to[name];
    for (const record of added[name]) list.push(record);
  }
}
