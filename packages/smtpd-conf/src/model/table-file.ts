import { isAtLeast, type Release } from "../language/releases.ts";

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

/** `isspace(3)` in the C locale. */
const spaceAtStart = /^[ \t\n\v\f\r]+/;
const spaceAtEnd = /[ \t\n\v\f\r]+$/;
const listMark = /^#[ \t\n\v\f\r]*@list$/;
const separator = /[ \t:]/;

/**
 * The kind of a `file` or `static` table (`table_static_priv_load()` in table_static.c): a comment `# @list` above the
 * first entry makes it a list; otherwise the first entry decides, and a file without entries is a mapping. A line of a list
 * is one entry; a line of a mapping is a key, a blank or colon, and a value.
 *
 * The text has to be the file's characters, decoded as UTF-8 or Latin-1: all that counts here is ASCII.
 */
export function readTableFile(text: string, target: Release): TableFile {
  const brackets = isAtLeast(target, "7.6");
  let kind: TableFile["kind"] | undefined;
  for (const [number, line] of numberedLines(text)) {
    if (line.startsWith("#")) {
      if (kind === undefined && listMark.test(line)) kind = "list";
      continue;
    }
    if (brackets && isUnclosed(line)) return { kind: kind ?? "list", fault: { line: number, reason: "bracket" } };
    const value = valueIn(line, brackets);
    kind ??= value === undefined ? "list" : "mapping";
    if (kind === "mapping" && isMissing(value, brackets)) return { kind, fault: { line: number, reason: "value" } };
  }
  return { kind: kind ?? "mapping", fault: undefined };
}

/** The lines that hold something, as smtpd sees them: without white space at either end, and only up to a NUL byte. */
function* numberedLines(text: string): Generator<readonly [number: number, line: string]> {
  let number = 0;
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    const line = trimmed(text.slice(start, end));
    number++;
    if (line !== "") yield [number, line];
    start = end + 1;
  }
}

function trimmed(line: string): string {
  const whole = line.replace(spaceAtEnd, "");
  const nul = whole.indexOf("\0");
  return (nul < 0 ? whole : whole.slice(0, nul)).replace(spaceAtStart, "");
}

/** From 7.6 on a key may stand in brackets, for the colons of an IPv6 address. */
function isUnclosed(line: string): boolean {
  return line.startsWith("[") && !line.includes("]");
}

/** What follows the key and the character behind it; undefined where the key is all there is. */
function valueIn(line: string, brackets: boolean): string | undefined {
  const inBrackets = brackets && line.startsWith("[");
  const end = inBrackets ? line.indexOf("]") + 1 : line.search(separator);
  return end < 0 || end === line.length ? undefined : line.slice(end + 1);
}

/** Whether nothing is left of a value without what may stand before it: up to 7.5 also colons with a blank behind them. */
function isMissing(value: string | undefined, brackets: boolean): boolean {
  if (value === undefined) return true;
  const before = brackets ? /^[ \t]*/ : /^(?:[ \t\n\v\f\r]|:(?=[ \t\n\v\f\r]))*/;
  return value.replace(before, "") === "";
}
