import type { Node, Span } from "smtpd-conf";
import type { Position, Range, SelectionRange } from "vscode-languageserver-types";
import { placeAt } from "./place-at.ts";
import type { Snapshot } from "./snapshot.ts";
import { rangeBetween } from "./to-lsp.ts";

/**
 * What a selection grows to from each position: the word, the string, the option, the statement, the statements up to the
 * next blank lines, the file. Each is larger than the one before.
 */
export function getSelectionRanges(snapshot: Snapshot, positions: readonly Position[]): SelectionRange[] {
  return positions.map((position) => selectionAt(snapshot, position));
}

/** Half open, in offsets of the document. */
type Extent = Pick<Span, "start" | "end">;

function selectionAt(snapshot: Snapshot, position: Position): SelectionRange {
  const { document } = snapshot;
  const offset = document.offsetAt(position);
  const text = document.getText();
  const inner = [...extentsInComment(snapshot, text, offset), ...extentsInStatement(snapshot, text, offset)];
  const file = { start: 0, end: text.length };
  const group = groupAround(text, inner.at(-1) ?? { start: offset, end: offset });
  const extents = [...growing([...inner, group], offset), file];
  const ranges = extents.map(({ start, end }) => rangeBetween(document, start, end));
  return ranges.reduceRight<SelectionRange | undefined>((parent, range) => {
    // To the document, both bytes of CRLF may be one place.
    return parent !== undefined && isSame(parent.range, range) ? parent : { range, ...(parent && { parent }) };
  }, undefined) as SelectionRange;
}

function isSame(a: Range, b: Range): boolean {
  return isSamePlace(a.start, b.start) && isSamePlace(a.end, b.end);
}

function isSamePlace(a: Position, b: Position): boolean {
  return a.line === b.line && a.character === b.character;
}

/** Keeps those that hold the offset and more than the one before. */
function growing(extents: readonly Extent[], offset: number): readonly Extent[] {
  const kept: Extent[] = [];
  for (const one of extents) {
    if (one.start > offset || one.end < offset || one.start === one.end) continue;
    const last = kept.at(-1);
    const isLarger = last === undefined || one.end - one.start > last.end - last.start;
    if (isLarger && (last === undefined || (one.start <= last.start && last.end <= one.end))) kept.push(one);
  }
  return kept;
}

function extentsInStatement(snapshot: Snapshot, text: string, offset: number): readonly Extent[] {
  const place = placeAt(snapshot, offset);
  if (place === undefined) return [];
  const { path, token } = place;
  const isLeaf = "quoted" in (path.at(-1) as Node);
  const nodes: readonly Node[] = [...(token === undefined || isLeaf ? [] : [token]), ...path.toReversed()];
  return nodes.flatMap((node) => extentsOfNode(node, text, offset));
}

/** A string has its words and its content in it, and braces what is between them. */
function extentsOfNode(node: Node, text: string, offset: number): readonly Extent[] {
  const { start, end } = node;
  if (node.kind === "InlineTable" || node.kind === "FilterList") return [trimmed(text, start + 1, end - 1), node];
  if (node.kind === "TableReference") return [node];
  if (!("quoted" in node)) return [node];
  if (!node.quoted) return [...wordsAround(text, offset, node), node];
  const content = { start: start + 1, end: Math.max(start + 1, end - (text[end - 1] === text[start] ? 1 : 0)) };
  return [...wordsAround(text, offset, content), content, node];
}

/** The word at an offset, and all up to the next blanks, within an extent. */
function wordsAround(text: string, offset: number, within: Extent): readonly Extent[] {
  if (offset < within.start || offset > within.end) return [];
  return [/[\p{L}\p{N}\p{M}_]/u, /\S/u].map((pattern) => runAround(text, offset, within, pattern));
}

function runAround(text: string, offset: number, { start, end }: Extent, pattern: RegExp): Extent {
  let from = offset;
  while (from > start && pattern.test(characterBefore(text, from))) from -= characterBefore(text, from).length;
  let to = offset;
  while (to < end && pattern.test(characterAt(text, to))) to += characterAt(text, to).length;
  return { start: Math.max(start, from), end: Math.min(end, to) };
}

function characterAt(text: string, offset: number): string {
  return String.fromCodePoint(text.codePointAt(offset) ?? 0);
}

function characterBefore(text: string, offset: number): string {
  const pair = characterAt(text, Math.max(0, offset - 2));
  return pair.length === 2 ? pair : text.charAt(offset - 1);
}

function trimmed(text: string, start: number, end: number): Extent {
  const inner = text.slice(start, end);
  return { start: start + inner.length - inner.trimStart().length, end: start + inner.trimEnd().length };
}

/** The words of a comment, what it says, and the whole. */
function extentsInComment({ configuration, source }: Snapshot, text: string, offset: number): readonly Extent[] {
  const comment = configuration.comments.find((one) => {
    return one.source === source && one.start <= offset && offset <= one.end;
  });
  if (comment === undefined) return [];
  const { start, end } = comment;
  const [sign = ""] = /^#+[ \t]*/.exec(text.slice(start, end)) ?? [];
  const content = trimmed(text, Math.min(end, start + sign.length), end);
  return [...wordsAround(text, offset, content), content, { start, end }];
}

/** All rows around an extent up to the next blank ones; none more around a blank row. */
function groupAround(text: string, { start, end }: Extent): Extent {
  let from = rowStart(text, start);
  if (text.slice(from, rowEnd(text, end)).trim() === "") return { start, end };
  while (from > 0) {
    const before = rowStart(text, from - 1);
    if (text.slice(before, from).trim() === "") break;
    from = before;
  }
  let to = rowEnd(text, end);
  while (to < text.length) {
    const behind = rowEnd(text, to + 1);
    if (text.slice(to, behind).trim() === "") break;
    to = behind;
  }
  return trimmed(text, from, to);
}

function rowStart(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
}

function rowEnd(text: string, from: number): number {
  const newline = text.indexOf("\n", from);
  return newline < 0 ? text.length : newline;
}
