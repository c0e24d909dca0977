import type { Span } from "smtpd-conf";
import { type LineIndex, lineAt, positionAt } from "../line-index.ts";
import { displayWidth } from "./display-width.ts";
import type { Ink, Paint } from "./paint.ts";
import { visible } from "./visible.ts";

/** Characters of a line that are shown at most, and how many of them stand before a range that lies further right. */
const mostShown = 120;
const context = 40;
const tabStop = 8;

/** The part of a line that is shown. `start` and `end` say what to underline; both count from the line's beginning. */
interface Row {
  readonly number: number;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The lines of a text that a range lies in, with a line of marks under each: the first and the last one of a range over
 * several lines. None where there is nothing to show.
 */
export function excerptOf(span: Span, index: LineIndex, paint: Paint, ink: Ink): string[] {
  const rows = rowsOf(span, index);
  const gutter = String(rows.at(-1)?.number ?? "").length + 1;
  const frame = (number: string) => paint("frame", `${number.padStart(gutter)} |`);
  const lines = rows.flatMap((row) => {
    const { shown, marks } = drawRow(row, gutter + 3);
    return [`${frame(String(row.number))} ${shown}`, `${frame("")} ${marks.blank}${paint(ink, marks.carets)}`];
  });
  const [first, last] = rows;
  if (first && last && last.number > first.number + 1) lines.splice(2, 0, paint("frame", "...".padStart(gutter)));
  return lines;
}

function rowsOf(span: Span, index: LineIndex): Row[] {
  const first = positionAt(index, span.start);
  // The newline at the end of a range belongs to the line that it ends.
  const last = positionAt(index, Math.max(span.start, span.end - 1));
  const text = lineAt(index, first.line);
  const start = first.column - 1;
  if (last.line === first.line) {
    const end = start + span.end - span.start;
    return text === "" ? [] : [{ number: first.line, text, start, end: Math.min(end, text.length) }];
  }
  const lastText = lineAt(index, last.line);
  const indent = lastText.length - lastText.trimStart().length;
  return [
    { number: first.line, text, start, end: text.length },
    { number: last.line, text: lastText, start: Math.min(indent, last.column), end: last.column },
  ];
}

interface Drawing {
  readonly shown: string;
  readonly marks: { readonly blank: string; readonly carets: string };
}

/** The text of a row and its marks; `column` is where it begins on the terminal, which decides how wide a tab is. */
function drawRow(row: Row, column: number): Drawing {
  const [from, to] = windowOf(row);
  const { text } = row;
  const before = (from > 0 ? "…" : "") + text.slice(from, row.start);
  const marked = text.slice(row.start, Math.min(row.end, to));
  const behind = text.slice(Math.min(row.end, to), to) + (to < text.length ? "…" : "");
  const blank = visible(before, "kept").replace(/[^\t]+/g, (part) => " ".repeat(displayWidth(part)));
  const width = widthFrom(column + widthFrom(column, before), marked);
  const carets = "^".repeat(Math.max(1, width));
  return { shown: visible(before + marked + behind, "kept").trimEnd(), marks: { blank, carets } };
}

/** Which part of a long line to show: the range with some text before it. A surrogate pair is not cut. */
function windowOf({ text, start }: Row): readonly [from: number, to: number] {
  if (text.length <= mostShown) return [0, text.length];
  const from = start <= mostShown - context ? 0 : Math.min(start - context, text.length - mostShown);
  return [whole(text, from), whole(text, Math.min(text.length, from + mostShown))];
}

function whole(text: string, offset: number): number {
  const code = text.charCodeAt(offset);
  return code >= 0xdc00 && code <= 0xdfff ? offset - 1 : offset;
}

/** The columns of a text that begins in a column, with its tabs. */
function widthFrom(column: number, text: string): number {
  let end = column;
  for (const [index, part] of visible(text, "kept").split("\t").entries()) {
    if (index > 0) end += tabStop - (end % tabStop);
    end += displayWidth(part);
  }
  return end - column;
}
