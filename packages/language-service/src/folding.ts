import { type Line, type Span, textOf } from "smtpd-conf";
import { type FoldingRange, FoldingRangeKind } from "vscode-languageserver-types";
import { linesOf } from "./line-at.ts";
import { nearPositions } from "./near-positions.ts";
import { type Section, sectionsOf } from "./sections.ts";
import type { Snapshot } from "./snapshot.ts";

/**
 * What can be folded: marked regions, sections, lists in braces, statements of several lines, blocks of comments, runs of
 * includes, and groups of statements of one kind between blank lines. No two begin in the same row, since an editor shows
 * one: the first of these wins.
 */
export function getFoldingRanges(snapshot: Snapshot): FoldingRange[] {
  const placed = placedRows(snapshot);
  const { sections } = sectionsOf(snapshot);
  const found = new Map<number, FoldingRange>();
  for (const range of [
    ...markedRegions(placed),
    ...sectionRanges(sections, placed),
    ...placed.flatMap((rows) => statementRanges(rows, snapshot)),
    ...commentBlocks(placed),
    ...runsOfIncludes(placed),
    ...groupsOfOneKind(placed, new Set(sections.map(({ heading }) => heading))),
  ]) {
    if (range.endLine > range.startLine && !found.has(range.startLine)) found.set(range.startLine, range);
  }
  return [...found.values()].sort((a, b) => a.startLine - b.startLine);
}

/** A statement or a comment with its rows. */
interface Placed {
  /** Undefined for a comment. */
  readonly line: Line | undefined;
  readonly span: Span;
  readonly first: number;
  readonly last: number;
}

/** The statements of a document, and the comments that have rows of their own, in the order of the text. */
function placedRows(snapshot: Snapshot): readonly Placed[] {
  const { configuration, source, document } = snapshot;
  const comments = configuration.comments.filter((span) => span.source === source);
  const spans: readonly (Line | Span)[] = [...linesOf(snapshot), ...comments].sort((a, b) => a.start - b.start);
  const positionAt = nearPositions(document);
  const all = spans.map((span): Placed => {
    const line = "kind" in span ? span : undefined;
    return { line, span, first: positionAt(span.start).line, last: positionAt(span.end).line };
  });
  let last = -1;
  return all.filter(({ line, first, last: end }) => {
    const isBehindOther = line === undefined && first <= last;
    if (!isBehindOther) last = Math.max(last, end);
    return !isBehindOther;
  });
}

function rangeOf(startLine: number, endLine: number, kind?: FoldingRangeKind): FoldingRange {
  return kind === undefined ? { startLine, endLine } : { startLine, endLine, kind };
}

/** From `# region` to `# endregion`; one without the other is a plain comment. */
function markedRegions(placed: readonly Placed[]): readonly FoldingRange[] {
  const open: number[] = [];
  return placed.flatMap((rows) => {
    const marker = markerIn(rows);
    if (marker === "region") open.push(rows.first);
    const start = marker === "endregion" ? open.pop() : undefined;
    return start === undefined ? [] : [rangeOf(start, rows.last, FoldingRangeKind.Region)];
  });
}

function markerIn({ line, span }: Placed): string | undefined {
  return line === undefined ? /^#[ \t]*(region|endregion)\b/.exec(textOf(span))?.[1] : undefined;
}

function sectionRanges(sections: readonly Section[], placed: readonly Placed[]): readonly FoldingRange[] {
  if (sections.length === 0) return [];
  const rows = new Map(placed.map((one) => [one.line ?? one.span, one]));
  return sections.flatMap(({ heading, lines }) => {
    const [first, last] = [rows.get(heading)?.first, rows.get(lines.at(-1) as Line)?.last];
    return first === undefined || last === undefined ? [] : [rangeOf(first, last, FoldingRangeKind.Region)];
  });
}

/** The whole statement, or its list where that begins in its first row and ends in its last. */
function statementRanges({ line, first, last }: Placed, { document, source }: Snapshot): readonly FoldingRange[] {
  if (line === undefined || first === last) return [];
  const braces = line.tokens.filter((token) => token.source === source && /^[{}]$/.test(token.value) && !token.quoted);
  const [open, close] = [braces.find(({ value }) => value === "{"), braces.findLast(({ value }) => value === "}")];
  if (open === undefined || close === undefined) return [rangeOf(first, last)];
  const [openRow, { line: closeRow, character }] = [
    document.positionAt(open.start).line,
    document.positionAt(close.start),
  ];
  const begin = document.offsetAt({ line: closeRow, character: 0 });
  const isAlone = source.text.slice(begin, begin + character).trim() === "";
  const list = rangeOf(openRow, isAlone ? closeRow - 1 : closeRow);
  return openRow === first && closeRow === last ? [list] : [rangeOf(first, last), list];
}

/** Comments in rows that follow each other. */
function commentBlocks(placed: readonly Placed[]): readonly FoldingRange[] {
  return runsOf(placed, (one, before) => {
    return one.line === undefined && markerIn(one) === undefined && (before === undefined || isNextTo(before, one));
  }).map((run) => rangeAround(run, FoldingRangeKind.Comment));
}

/** Includes with no other statement between them. */
function runsOfIncludes(placed: readonly Placed[]): readonly FoldingRange[] {
  const lines = placed.filter(({ line }) => line !== undefined);
  const runs = runsOf(lines, ({ line }) => line?.kind === "IncludeDirective");
  return runs.filter(({ length }) => length > 1).map((run) => rangeAround(run, FoldingRangeKind.Imports));
}

/** Statements of one kind with their comments, between blank lines and headings. */
function groupsOfOneKind(placed: readonly Placed[], headings: ReadonlySet<Span>): readonly FoldingRange[] {
  const blocks = runsOf(placed, (one, before) => {
    return before === undefined || (isNextTo(before, one) && !headings.has(one.span));
  });
  return blocks.flatMap((block) => {
    const lines = block.filter(({ line }) => line !== undefined);
    const kinds = new Set(lines.map(({ line }) => kindOf(line as Line)));
    return lines.length > 1 && kinds.size === 1 ? [rangeAround(block, FoldingRangeKind.Region)] : [];
  });
}

/** What a statement is; all filters are of one kind. */
function kindOf(line: Line): string {
  return line.tokens[0]?.kind === "Keyword" ? line.tokens[0].value : line.kind;
}

function isNextTo(before: Placed, { first }: Placed): boolean {
  return first <= before.last + 1;
}

function rangeAround(run: readonly Placed[], kind: FoldingRangeKind): FoldingRange {
  return rangeOf(run[0]?.first ?? 0, run.at(-1)?.last ?? 0, kind);
}

/** The longest runs of neighbours that a test holds for; `before` is the one before in the same run. */
function runsOf(
  placed: readonly Placed[],
  belongs: (one: Placed, before: Placed | undefined) => boolean,
): readonly (readonly Placed[])[] {
  const runs: Placed[][] = [];
  let run: Placed[] | undefined;
  for (const one of placed) {
    if (run !== undefined && belongs(one, run.at(-1))) {
      run.push(one);
      continue;
    }
    run = belongs(one, undefined) ? [one] : undefined;
    if (run !== undefined) runs.push(run);
  }
  return runs;
}
