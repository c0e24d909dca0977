import type { TextDocument } from "vscode-languageserver-textdocument";
import { modifierBits, type Role, typeNumber } from "./legend.ts";

/** Tokens as the protocol counts them, each from the one before it: five numbers a token. */
export interface TokenWriter {
  /** May be longer than what is written: `writtenData` has what is. */
  readonly data: number[];
  used: number;
  /** Where the last token begins. */
  row: number;
  character: number;
}

export function tokenWriter(data: number[] = []): TokenWriter {
  return { data, used: 0, row: 0, character: 0 };
}

/** All that was written, as an array of its own. */
export function writtenData({ data, used }: TokenWriter): number[] {
  return data.slice(0, used);
}

/** How many numbers a token has. */
export const tokenSize = 5;

/** Writes one token of a row. One without characters is left out. */
export function writeToken(writer: TokenWriter, row: number, character: number, length: number, role: Role): void {
  if (length <= 0) return;
  const rows = row - writer.row;
  const { data, used } = writer;
  data[used] = rows;
  data[used + 1] = rows === 0 ? character - writer.character : character;
  data[used + 2] = length;
  data[used + 3] = typeNumber(role);
  data[used + 4] = modifierBits(role);
  writer.used = used + tokenSize;
  writer.row = row;
  writer.character = character;
}

/** Moves on through a text by its newlines: the row of an offset and where that row begins. */
export interface RowCursor {
  readonly text: string;
  row: number;
  /** The offset at which the row begins. */
  start: number;
  /** The offset of the newline that ends it. */
  newline: number;
}

export function rowCursor(text: string, row = 0, start = 0): RowCursor {
  return { text, row, start, newline: newlineFrom(text, start) };
}

/** Goes on to the row of an offset, which must not lie before the current row. */
export function moveTo(cursor: RowCursor, offset: number): void {
  while (cursor.newline < offset) {
    cursor.row++;
    cursor.start = cursor.newline + 1;
    cursor.newline = newlineFrom(cursor.text, cursor.start);
  }
}

function newlineFrom(text: string, from: number): number {
  const newline = text.indexOf("\n", from);
  return newline < 0 ? Number.POSITIVE_INFINITY : newline;
}

/** The parts of a range in each of its rows, by the text alone: each character counts one. */
export function writePlain(writer: TokenWriter, cursor: RowCursor, start: number, end: number, role: Role): void {
  moveTo(cursor, start);
  let from = start;
  while (end > cursor.newline) {
    writeToken(writer, cursor.row, from - cursor.start, endInRow(cursor, end) - from, role);
    from = cursor.newline + 1;
    moveTo(cursor, from);
  }
  writeToken(writer, cursor.row, from - cursor.start, endInRow(cursor, end) - from, role);
}

const carriageReturn = 13;

/** What of a range is in the row; the carriage return of a CRLF is not. */
function endInRow({ text, newline }: RowCursor, end: number): number {
  if (end < newline) return end;
  return text.charCodeAt(newline - 1) === carriageReturn ? newline - 1 : newline;
}

const farRight = 2 ** 31 - 1;

/** The same as the document counts. */
export function writeCounted(writer: TokenWriter, document: TextDocument, start: number, end: number, role: Role) {
  const [first, last] = [document.positionAt(start), document.positionAt(end)];
  for (let line = first.line; line <= last.line; line++) {
    const from = line === first.line ? first.character : 0;
    const to = line === last.line ? last.character : endOfRow(document, line);
    writeToken(writer, line, from, to - from, role);
  }
}

function endOfRow(document: TextDocument, line: number): number {
  return document.positionAt(document.offsetAt({ line, character: farRight })).character;
}
