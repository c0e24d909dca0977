import { isAtLeast, type Release } from "../language/releases.ts";
import type { Source } from "../parser/source.ts";
import type { FileLine } from "./table-files.ts";

/** What smtpd makes of the text of a table file. */
export interface TableFile {
  readonly kind: "list" | "mapping";
  /** Why smtpd refuses the file; undefined where it does not. */
  readonly fault: TableFault | undefined;
}

/** The first line of a table file that smtpd cannot read. */
export interface TableFault {
  /** The number of the line, from 1. */
  readonly line: number;
  /** A key of a mapping has no value behind it, or a bracket around a key is not closed. */
  readonly reason: "value" | "bracket";
}

/** One entry of a table file, and where its parts begin in the line, in UTF-16 units from 0. */
export interface FileEntry {
  readonly key: string;
  readonly keyStart: number;
  /** Undefined in a list. */
  readonly value: string | undefined;
  readonly valueStart: number;
}

/**
 * The kind of a `file` or `static` table, and what is wrong with it. The text has to be the file's characters, decoded as
 * UTF-8 or Latin-1: all that counts here is ASCII.
 */
export function readTableFile(text: string, target: Release): TableFile {
  return readTableLines((visit) => forEachLineOf(text, visit), target);
}

/**
 * Reads the lines of a `file` or `static` table as smtpd does (`table_static_priv_load()` in table_static.c,
 * `parse_table_line()` in util.c), calls `visit` with the entries until it returns false, and says what could be known by
 * then. A comment `# @list` above the first entry makes the file a list; otherwise the first entry decides, and a file
 * without entries is a mapping. Reading ends at a line that smtpd refuses.
 */
export function readTableLines(
  forEachLine: (visit: (line: FileLine) => boolean) => unknown,
  target: Release,
  visit: (entry: FileEntry, line: FileLine) => boolean = () => true,
): TableFile {
  const brackets = isAtLeast(target, "7.6");
  let kind: TableFile["kind"] | undefined;
  let fault: TableFault | undefined;
  forEachLine((line) => {
    const content = contentOf(line.text);
    if (content.start === content.end) return true;
    if (line.text[content.start] === "#") {
      if (kind === undefined && isListMark(line.text, content)) kind = "list";
      return true;
    }
    const result = readLine(line.text, content, kind, brackets);
    if (typeof result === "string") {
      fault = { line: line.number, reason: result };
      kind ??= result === "value" ? "mapping" : "list";
      return false;
    }
    kind ??= result.value === undefined ? "list" : "mapping";
    return visit(result, line);
  });
  return { kind: kind ?? "mapping", fault };
}

/** The part of a line that counts. */
interface Content {
  readonly start: number;
  readonly end: number;
}

/** A line without the white space at either end, and only up to a NUL byte. */
function contentOf(text: string): Content {
  let [start, end] = [0, text.length];
  while (end > 0 && isSpace(text.charCodeAt(end - 1))) end--;
  const nul = text.indexOf("\0");
  if (nul >= 0 && nul < end) end = nul;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  return { start, end };
}

/** `isspace(3)` in the C locale. */
function isSpace(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d);
}

function isListMark(text: string, { start, end }: Content): boolean {
  return /^#[ \t\n\v\f\r]*@list$/.test(text.slice(start, end));
}

/** The entry of a line that holds one, or why smtpd refuses it. Without a kind, the line decides what the file is. */
function readLine(
  text: string,
  content: Content,
  kind: TableFile["kind"] | undefined,
  brackets: boolean,
): FileEntry | TableFault["reason"] {
  const { start, end } = content;
  // From 7.6 on a key may stand in brackets, for the colons of an IPv6 address.
  const inBrackets = brackets && text[start] === "[";
  const keyEnd = inBrackets ? text.indexOf("]", start) + 1 : separatorIn(text, content);
  if (inBrackets && (keyEnd === 0 || keyEnd > end)) return "bracket";
  if (kind === "list" || (kind === undefined && keyEnd === end)) {
    return { key: text.slice(start, end), keyStart: start, value: undefined, valueStart: end };
  }
  const valueStart = valueIn(text, Math.min(keyEnd + 1, end), end, brackets);
  if (valueStart === end) return "value";
  return { key: text.slice(start, keyEnd), keyStart: start, value: text.slice(valueStart, end), valueStart };
}

/** Where the first blank, tab or colon stands, which ends a key; the end where there is none. */
function separatorIn(text: string, { start, end }: Content): number {
  for (let index = start; index < end; index++) {
    const code = text.charCodeAt(index);
    if (code === 0x20 || code === 0x09 || code === 0x3a) return index;
  }
  return end;
}

/** Where a value begins, without what may stand before it: up to 7.5 also colons with a blank behind them. */
function valueIn(text: string, from: number, end: number, brackets: boolean): number {
  let index = from;
  for (; index < end; index++) {
    const code = text.charCodeAt(index);
    if (code === 0x20 || code === 0x09) continue;
    const colon = code === 0x3a && index + 1 < end && isSpace(text.charCodeAt(index + 1));
    if (brackets || !(isSpace(code) || colon)) break;
  }
  return index;
}

/** Calls a function with the lines of a text, which was made from bytes in this way, until it returns false. */
export function forEachLineOf(
  text: string,
  visit: (line: FileLine) => boolean,
  encoding: Source["encoding"] = "utf8",
): void {
  let number = 1;
  for (let start = 0; start < text.length; number++) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    if (!visit({ text: text.slice(start, end), number, offset: start, encoding })) return;
    start = end + 1;
  }
}
