import { firstIndex, mergeRanges, rangesTouching } from "./sorted-ranges.ts";
import type { Hole, Range, Template, Trim } from "./template.ts";

/** How a template is filled in. */
export interface Filling {
  readonly isOn: (branch: Range) => boolean;
  readonly value: (hole: Hole) => string;
  /** Whether the newline behind a tag goes where that depends on how the engine is set up. */
  readonly trimsBlocks: boolean;
  /** Ranges of the template that are left out besides. */
  readonly omitted: readonly Range[];
}

/** Where a hole was: what took its place, as a range of the filled text. */
export interface Seam extends Range {
  readonly hole: Hole;
}

/** A filled template. */
export interface Rendering {
  readonly text: string;
  readonly seams: readonly Seam[];
  /** The place in the template of a range whose ends come from there; undefined of others. */
  readonly rangeInTemplate: (range: Range) => Range | undefined;
  /** Whether the character at an offset of the template was put out. */
  readonly has: (offset: number) => boolean;
}

interface Piece {
  /** Where it begins in the template. */
  readonly from: number;
  /** Where it begins in the filled text. */
  readonly at: number;
  readonly length: number;
}

/** Fills in a template as its engine would. */
export function renderTemplate(template: Template, filling: Filling): Rendering {
  const off = leftOut(template, filling);
  const isOff = (offset: number) => rangesTouching(off, { start: offset, end: offset }).some(({ end }) => offset < end);
  const pieces: Piece[] = [];
  const seams: Seam[] = [];
  let text = "";
  const put = (range: Range) => {
    for (const part of without(range, off)) {
      pieces.push({ from: part.start, at: text.length, length: part.end - part.start });
      text += template.source.slice(part.start, part.end);
    }
  };
  let before: Hole | undefined;
  for (const hole of template.holes) {
    put(trimmed(template, before, hole, filling));
    if (!isOff(hole.start)) {
      const value = hole.kind === "value" ? filling.value(hole) : "";
      seams.push({ hole, start: text.length, end: text.length + value.length });
      text += value;
    }
    before = hole;
  }
  put(trimmed(template, before, undefined, filling));
  return {
    text,
    seams,
    rangeInTemplate: (range) => rangeInTemplate(pieces, range),
    has: (offset) => {
      const piece = pieces[firstIndex(pieces, ({ from, length }) => offset < from + length)];
      return piece !== undefined && piece.from <= offset;
    },
  };
}

function leftOut({ blocks, silent }: Template, { isOn, omitted }: Filling): Range[] {
  const branches = blocks.flatMap((block) => block.branches.filter((branch) => !isOn(branch)));
  return mergeRanges([...branches, ...silent, ...omitted].filter(({ start, end }) => end > start));
}

/** What is left of a range without some others, which are sorted and do not overlap. */
function without({ start, end }: Range, others: readonly Range[]): Range[] {
  const parts: Range[] = [];
  let position = start;
  for (const other of rangesTouching(others, { start, end })) {
    if (other.end <= position || other.start >= end) continue;
    if (other.start > position) parts.push({ start: position, end: other.start });
    position = other.end;
  }
  if (position < end) parts.push({ start: position, end });
  return parts;
}

/** The text between two holes without what they take away. */
function trimmed(
  { source }: Template,
  before: Hole | undefined,
  after: Hole | undefined,
  { trimsBlocks }: Filling,
): Range {
  const start = before?.end ?? 0;
  const end = after?.start ?? source.length;
  const between = source.slice(start, end);
  const front = before === undefined ? 0 : trimmedInFront(between, before.trimsAfter, trimsBlocks);
  const back = after?.trimsBefore === "blanks" ? (/\s*$/.exec(between)?.[0].length ?? 0) : 0;
  return { start: Math.min(start + front, end), end: Math.max(end - back, start + front) };
}

function trimmedInFront(text: string, trim: Trim, trimsBlocks: boolean): number {
  if (trim === "blanks") return /^\s*/.exec(text)?.[0].length ?? 0;
  if (trim === "line") return /^[ \t]*\r?\n?/.exec(text)?.[0].length ?? 0;
  const newline = trim === "newline" || (trim === "perhaps-newline" && trimsBlocks);
  return newline ? (/^\r?\n?/.exec(text)?.[0].length ?? 0) : 0;
}

function rangeInTemplate(pieces: readonly Piece[], { start, end }: Range): Range | undefined {
  const first = pieceWith(pieces, start) ?? pieceUpTo(pieces, start);
  if (first === undefined) return undefined;
  const from = first.from + start - first.at;
  if (end <= first.at + first.length) return { start: from, end: from + end - start };
  const last = pieceUpTo(pieces, end) ?? pieceWith(pieces, end - 1);
  return last === undefined ? undefined : { start: from, end: last.from + end - last.at };
}

/** The piece that has the character at an offset. */
function pieceWith(pieces: readonly Piece[], offset: number): Piece | undefined {
  const piece = pieces[firstIndex(pieces, ({ at, length }) => offset < at + length)];
  return piece !== undefined && piece.at <= offset ? piece : undefined;
}

/** The piece that ends at an offset. */
function pieceUpTo(pieces: readonly Piece[], offset: number): Piece | undefined {
  const piece = pieces[firstIndex(pieces, ({ at, length }) => offset <= at + length)];
  return piece !== undefined && piece.at + piece.length === offset ? piece : undefined;
}
