/** One text that tokens come from: the file that was named, a file that it includes, or a `-D` of the command line. */
export interface Source {
  readonly kind: "file" | "definition";
  /** As the user or the `include` wrote it. */
  readonly path: string;
  readonly text: string;
  /**
   * How the text was made from bytes. smtpd counts bytes: a text decoded as `utf8` has one to four a character, one
   * decoded as `latin1` (a file that is not valid UTF-8) has one each.
   */
  readonly encoding: "utf8" | "latin1";
  /** The `include` that brought this file in, or the word of a `table` statement that names it; absent for the first. */
  readonly includedBy?: Span;
  /** Where the text begins in the file, when it is not the whole of it: of the files of tables, it is one line. */
  readonly part?: SourcePart;
}

/** Where a part of a file begins: its line, from 1, and its offset in UTF-16 units, from 0. */
export interface SourcePart {
  readonly line: number;
  readonly offset: number;
}

/** A range of a source: offsets in UTF-16 units from 0, `end` is the first one behind it. */
export interface Span {
  readonly source: Source;
  readonly start: number;
  readonly end: number;
}

/** The text of a range as it was written. */
export function textOf(span: Span): string {
  return span.source.text.slice(span.start, span.end);
}

/** The range from the start of one node to the end of another. Where they lie in different files, the first one's. */
export function spanFrom(first: Span, last: Span): Span {
  if (first.source !== last.source) return { source: first.source, start: first.start, end: first.end };
  return { source: first.source, start: first.start, end: Math.max(first.end, last.end) };
}

/**
 * Where a node ends that begins with `first`: behind the last of its parts that lies in the same text. (A list in braces
 * can begin at the end of an included file and go on behind the `include`.)
 */
export function endOf(first: Span, parts: readonly Span[]): number {
  return parts.findLast((part) => part.source === first.source)?.end ?? first.end;
}

/** The bytes that smtpd sees for this text. */
export function byteLength(text: string, encoding: Source["encoding"]): number {
  if (encoding === "latin1") return text.length;
  let bytes = 0;
  for (const character of text) bytes += bytesOf(character.codePointAt(0) ?? 0);
  return bytes;
}

function bytesOf(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}
