import type { Line, Span } from "smtpd-conf";
import type { Range } from "vscode-languageserver-types";
import type { Snapshot } from "../snapshot.ts";
import { type DocumentParts, type Extent, extentOf, firstEndingBehind, partsIn } from "./document-parts.ts";
import { type LineMarks, type Mark, marksByLine, marksOf, withMarks } from "./marks.ts";
import { type Piece, pieceOfComment, pieceOfMacro, piecesOfLine } from "./pieces-of-line.ts";
import {
  moveTo,
  type RowCursor,
  rowCursor,
  type TokenWriter,
  tokenSize,
  tokenWriter,
  writeCounted,
  writePlain,
  writtenData,
} from "./token-writer.ts";

/**
 * The roles of all words of a document, or of those in the rows of a range, as the protocol encodes them: five numbers a
 * token. What a statement says is encoded once and kept for as long as the statement stays the same.
 */
export function getSemanticTokens(snapshot: Snapshot, range?: Range): number[] {
  const encoding = beginEncoding(snapshot, range);
  const { lines, to, writer } = encoding;
  for (; encoding.line < lines.length; encoding.line++) {
    const line = lines[encoding.line] as Line;
    const extent = extentOf(line, snapshot);
    if (extent === undefined || extent.end <= encoding.done) continue;
    if (extent.start >= to) break;
    writeLoose(encoding, extent.start);
    if (extent.start < encoding.done) writeRest(line, extent, encoding);
    else writeLine(line, extent, encoding);
  }
  writeLoose(encoding, to);
  const data = writtenData(writer);
  return range === undefined ? data : withinRows(data, range);
}

/** What is at hand while a document is encoded, and how far that has come. */
interface Encoding extends DocumentParts {
  readonly snapshot: Snapshot;
  readonly marksFor: (start: number, end: number) => LineMarks;
  /** The offset at which the wanted text ends. */
  readonly to: number;
  readonly writer: TokenWriter;
  readonly cursor: RowCursor;
  /** A carriage return that ends a row on its own: only the document knows where rows begin. */
  readonly oddRows: boolean;
  /** The next statement, comment and use of a macro. */
  line: number;
  comment: number;
  use: number;
  /** Up to where the text has been encoded. */
  done: number;
}

/** One array for all answers: to let one grow is what costs most when a long text is encoded. */
const scratch: number[] = [];

function beginEncoding(snapshot: Snapshot, range: Range | undefined): Encoding {
  const { document, source, template } = snapshot;
  const text = template === undefined ? source.text : document.getText();
  const { lines, comments, macroUses } = partsIn(snapshot);
  const from = range === undefined ? 0 : document.offsetAt({ line: range.start.line, character: 0 });
  const line = from === 0 ? 0 : firstEndingBehind(from, lines, (one) => extentOf(one, snapshot)?.end ?? 0);
  const comment = from === 0 ? 0 : firstEndingBehind(from, comments, ({ end }) => end);
  const use = from === 0 ? 0 : firstEndingBehind(from, macroUses, ({ end }) => end);
  const begin = beginOf([lines[line] && extentOf(lines[line], snapshot), comments[comment], macroUses[use]], from);
  const row = begin === 0 ? 0 : document.positionAt(begin).line;
  return {
    snapshot,
    lines,
    comments,
    macroUses,
    marksFor: marksByLine(marksOf(snapshot)),
    to: range === undefined ? text.length : document.offsetAt({ line: range.end.line + 1, character: 0 }),
    writer: tokenWriter(scratch),
    cursor: rowCursor(text, row, row === 0 ? 0 : document.offsetAt({ line: row, character: 0 })),
    oddRows: text.includes("\r") && /\r(?!\n)/.test(text),
    line,
    comment,
    use,
    done: 0,
  };
}

/** Where the first of what is to be encoded begins, or the wanted text. */
function beginOf(items: readonly (Pick<Span, "start"> | undefined)[], from: number): number {
  return Math.min(from, ...items.map((item) => item?.start ?? from));
}

/** A statement as it was encoded: from its own first character and row, whatever stands before it. */
interface EncodedLine {
  readonly signature: string;
  readonly data: Uint32Array;
  /** Where its last token begins. */
  readonly row: number;
  readonly character: number;
}

/** Statements keep their identity for as long as their text stays, however often the text around them changes. */
const encodedLines = new WeakMap<Line, EncodedLine>();

function writeLine(line: Line, extent: Extent, encoding: Encoding): void {
  const { cursor, snapshot, oddRows } = encoding;
  const { start, end } = extent;
  const { marks, signature } = encoding.marksFor(start, end);
  moveTo(cursor, start);
  const isKept = line.source === snapshot.source && !oddRows;
  const known = isKept ? encodedLines.get(line) : undefined;
  if (known?.signature === signature) append(known, start, encoding);
  else if (isKept && isAscii(cursor.text, cursor.start, end)) {
    const encoded = encodeLine(piecesOf(line, end, marks, encoding), start, signature, encoding);
    encodedLines.set(line, encoded);
    append(encoded, start, encoding);
  } else writePieces(piecesOf(line, end, marks, encoding), encoding);
  finish(end, encoding);
}

/** What of a statement stands behind the one before: one macro can end that one and begin this one. */
function writeRest(line: Line, { end }: Extent, encoding: Encoding): void {
  const pieces = piecesOf(line, end, [], encoding).filter(({ start }) => start >= encoding.done);
  writePieces(pieces, encoding);
  finish(end, encoding);
}

/** Notes that all up to an offset is encoded. */
function finish(end: number, encoding: Encoding): void {
  encoding.done = end;
  while ((encoding.comments[encoding.comment]?.start ?? end) < end) encoding.comment++;
  while ((encoding.macroUses[encoding.use]?.start ?? end) < end) encoding.use++;
}

function encodeLine(pieces: readonly Piece[], start: number, signature: string, { cursor }: Encoding): EncodedLine {
  const writer = tokenWriter();
  const own: RowCursor = { text: cursor.text, row: 0, start, newline: cursor.newline };
  for (const piece of pieces) writePlain(writer, own, piece.start, piece.end, piece.role);
  return { signature, data: Uint32Array.from(writtenData(writer)), row: writer.row, character: writer.character };
}

/** Puts what was encoded behind the rest: only its first token counts from the one before. */
function append({ data, row, character }: EncodedLine, start: number, { writer, cursor }: Encoding): void {
  if (data.length === 0) return;
  const { data: all } = writer;
  const column = start - cursor.start;
  const firstRow = data[0] as number;
  const firstCharacter = data[1] as number;
  const rows = cursor.row + firstRow - writer.row;
  const from = firstRow === 0 ? firstCharacter + column : firstCharacter;
  const { used } = writer;
  all[used] = rows;
  all[used + 1] = rows === 0 ? from - writer.character : from;
  for (let index = 2; index < data.length; index++) all[used + index] = data[index] as number;
  writer.used = used + data.length;
  writer.row = cursor.row + row;
  writer.character = row === 0 ? character + column : character;
}

function piecesOf(line: Line, end: number, marks: readonly Mark[], encoding: Encoding): readonly Piece[] {
  const { snapshot, comments, comment, macroUses, use } = encoding;
  const pieces = piecesOfLine(line, {
    source: snapshot.source,
    comments: spansWithin(comments, comment, end),
    macroUses: spansWithin(macroUses, use, end),
  });
  return marks.length === 0 ? pieces : withMarks(pieces, marks);
}

/** The spans from one on that begin before an offset. */
function spansWithin<S extends Span>(spans: readonly S[], first: number, end: number): readonly S[] {
  let next = first;
  while (next < spans.length && (spans[next] as S).start < end) next++;
  return first === next ? [] : spans.slice(first, next);
}

/** What is in no statement, up to an offset: comments, and macros that stand for nothing or for comments. */
function writeLoose(encoding: Encoding, end: number): void {
  const { comments, macroUses } = encoding;
  for (;;) {
    const comment = nextSpan(comments, encoding.comment, end);
    const use = nextSpan(macroUses, encoding.use, comment?.start ?? end);
    if (use !== undefined) encoding.use++;
    else if (comment !== undefined) encoding.comment++;
    else return;
    const piece = use === undefined ? comment && pieceOfComment(comment) : pieceOfMacro(use);
    if (piece === undefined || piece.start < encoding.done) continue;
    writePieces([piece], encoding);
    encoding.done = piece.end;
  }
}

function nextSpan<S extends Span>(spans: readonly S[], index: number, end: number): S | undefined {
  const span = spans[index];
  return span !== undefined && span.start < end ? span : undefined;
}

/** Writes pieces as the document counts characters, which for ASCII needs no asking. */
function writePieces(pieces: readonly Piece[], { writer, cursor, snapshot, oddRows }: Encoding): void {
  for (const { start, end, role } of pieces) {
    if (!oddRows) moveTo(cursor, start);
    if (!oddRows && isAscii(cursor.text, cursor.start, end)) writePlain(writer, cursor, start, end, role);
    else writeCounted(writer, snapshot.document, start, end, role);
  }
}

function isAscii(text: string, start: number, end: number): boolean {
  for (let index = start; index < end; index++) if (text.charCodeAt(index) > 127) return false;
  return true;
}

/** The tokens of the rows that a range touches. */
function withinRows(data: readonly number[], { start, end }: Range): number[] {
  const kept: number[] = [];
  let row = 0;
  let character = 0;
  let last = { row: 0, character: 0 };
  for (let index = 0; index < data.length; index += tokenSize) {
    const [rows, characters, ...rest] = data.slice(index, index + tokenSize) as [number, number, ...number[]];
    row += rows;
    character = rows === 0 ? character + characters : characters;
    if (row < start.line || row > end.line) continue;
    kept.push(row - last.row, row === last.row ? character - last.character : character, ...rest);
    last = { row, character };
  }
  return kept;
}
