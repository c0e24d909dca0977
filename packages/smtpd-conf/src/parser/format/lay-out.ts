import { alignComments, commentText, lastLineOf } from "./align-comments.ts";
import type { ListItem, ListPiece, Piece, Unit } from "./units.ts";

/** What a layout goes by. */
export interface LayoutOptions {
  /** The columns that a line has where it can be divided. */
  readonly width: number;
  /** Lists may have newlines where only 7.5 and later take them. Backslashes take their place elsewhere. */
  readonly plainNewlines: boolean;
}

const indentation = "    ";
const fold = " \\";

/**
 * The lines of a statement. It stands on one line where it fits; else as many of its options as fit stand on each, and a
 * list that does not fit has one entry a line.
 */
export function layOut(units: readonly Unit[], options: LayoutOptions): readonly string[] {
  const flat = flatText(units.flat());
  if (flat !== undefined && fits("", flat, options.width)) return [flat];
  const lines = [""];
  for (const [index, unit] of units.entries()) {
    const width = index === units.length - 1 ? options.width : options.width - fold.length;
    append(lines, unit, { ...options, width });
  }
  return lines;
}

/** Puts one more part behind the last line where it fits, else on a line of its own. */
function append(lines: string[], unit: Unit, options: LayoutOptions): void {
  const flat = flatText(unit);
  if (flat === undefined) return expand(lines, unit, options);
  if (!fits(lastOf(lines), flat, options.width)) {
    if (!fits(indentation, flat, options.width) && unit.some(isDivisible)) return expand(lines, unit, options);
    goOn(lines);
  }
  addToLast(lines, flat);
}

function isDivisible(piece: Piece): boolean {
  return piece.kind === "list" && piece.items.length > 1;
}

/** Puts a part with one entry of its list a line. */
function expand(lines: string[], unit: Unit, options: LayoutOptions): void {
  const index = unit.findIndex(({ kind }) => kind === "list");
  const head = [...unit.slice(0, index).map(textOfPiece), "{"].join(" ");
  if (!fits(lastOf(lines), head, options.width)) goOn(lines);
  for (const piece of unit) {
    if (piece.kind === "text") addToLast(lines, piece.text);
    else addList(lines, piece, options);
  }
}

function addList(lines: string[], list: ListPiece, options: LayoutOptions): void {
  const [indent = ""] = /^ */.exec(lastOf(lines)) ?? [];
  const { items, comment } = list;
  const ending = (next: ListItem | undefined) => (options.plainNewlines || (next?.newlines ?? 0) > 0 ? "" : fold);
  const code = items.map((item) => ({ code: indent + indentation + item.text, comment: item.comment }));
  const texts = alignComments(code, options.width);
  addToLast(lines, comment === undefined ? `{${ending(undefined)}` : `{ ${commentText(comment)}`);
  for (const [index, item] of items.entries()) {
    if (index > 0 && item.newlines > 1) lines.push("");
    lines.push(`${texts[index]}${item.comment === undefined ? ending(items[index + 1]) : ""}`);
  }
  lines.push(`${indent}}`);
}

/** Begins a new line of the statement, unless nothing stands on the last one yet. */
function goOn(lines: string[]): void {
  if (lastOf(lines).trim() === "") return;
  lines[lines.length - 1] += fold;
  lines.push(indentation);
}

function addToLast(lines: string[], text: string): void {
  lines[lines.length - 1] = spaced(lastOf(lines), text);
}

function lastOf(lines: readonly string[]): string {
  return lines.at(-1) ?? "";
}

/** All on one line; undefined where a list takes several in any case. */
function flatText(pieces: readonly Piece[]): string | undefined {
  if (pieces.some((piece) => piece.kind === "list" && piece.expanded)) return undefined;
  return pieces.map(textOfPiece).join(" ");
}

function textOfPiece(piece: Piece): string {
  return piece.kind === "text" ? piece.text : `{ ${piece.items.map(({ text }) => text).join(" ")} }`;
}

/** Whether a text has room behind a line; of one that goes over several lines, its first one. */
function fits(line: string, text: string, width: number): boolean {
  return spaced(lastLineOf(line), text.split("\n", 1)[0] ?? "").length <= width;
}

function spaced(line: string, text: string): string {
  return line.trim() === "" || line.endsWith(" ") ? line + text : `${line} ${text}`;
}
