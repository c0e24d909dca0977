import { valueTag } from "./find-variables.ts";
import type { Tag } from "./tag.ts";
import type { Range } from "./template.ts";

/** A string between two pairs of single quotes: the range of what they enclose, and what is not text in it. */
export interface NixString extends Range {
  readonly holes: readonly Tag[];
}

/** What a Nix file has: its strings of several lines, and the ranges of everything that is code. */
export interface NixFile {
  readonly strings: readonly NixString[];
  /** The file with blanks for comments and for what stands in strings of either form. */
  readonly code: string;
}

/** Reads the strings of a Nix file. Those within `${…}` of another string belong to that one. */
export function findNixStrings(text: string): NixFile {
  const strings: NixString[] = [];
  const hidden: Range[] = [];
  let position = 0;
  while (position < text.length) {
    const end = skipPlain(text, position);
    if (text.startsWith("''", position)) {
      const found = readString(text, position + 2);
      strings.push(found);
      hidden.push({ start: position, end: found.end + 2 });
      position = found.end + 2;
    } else if (end > position) {
      hidden.push({ start: position, end });
      position = end;
    } else position++;
  }
  return { strings, code: hide(text, hidden) };
}

/** Where a comment or a string in double quotes ends that begins here; the same offset where none does. */
function skipPlain(text: string, position: number): number {
  const sign = text.charAt(position);
  if (sign === "#") return endBy(text, "\n", position);
  if (text.startsWith("/*", position)) return endBy(text, "*/", position + 2);
  return sign === '"' ? endOfQuoted(text, position + 1) : position;
}

function endBy(text: string, closing: string, from: number): number {
  const found = text.indexOf(closing, from);
  return found < 0 ? text.length : found + closing.length;
}

function endOfQuoted(text: string, from: number): number {
  let position = from;
  while (position < text.length && text.charAt(position) !== '"') {
    if (text.charAt(position) === "\\") position += 2;
    else if (text.startsWith("${", position)) position = endOfCode(text, position + 2);
    else position++;
  }
  return Math.min(position + 1, text.length);
}

/** Where `${` ends: behind the brace that closes it, whatever strings, comments and braces stand between. */
function endOfCode(text: string, from: number): number {
  let depth = 1;
  let position = from;
  while (position < text.length) {
    const sign = text.charAt(position);
    const end = text.startsWith("''", position) ? readString(text, position + 2).end + 2 : skipPlain(text, position);
    if (end > position) {
      position = end;
      continue;
    }
    if (sign === "{") depth++;
    else if (sign === "}") depth--;
    position++;
    if (depth === 0) return position;
  }
  return text.length;
}

/** A string whose first character is at `start`. In it `''$`, `'''` and `''\` write what would mean something else. */
function readString(text: string, start: number): NixString {
  const holes: Tag[] = [];
  let position = start;
  while (position < text.length) {
    if (text.startsWith("''", position)) {
      const next = text.charAt(position + 2);
      if (next !== "$" && next !== "'" && next !== "\\") return { start, end: position, holes };
      const length = next === "$" ? 2 : next === "'" ? 1 : 4;
      holes.push({ ...valueTag(text, position, Math.min(position + length, text.length)), kind: "comment" });
      position += next === "\\" ? 4 : 3;
    } else if (text.startsWith("$$", position)) position += 2;
    else if (text.startsWith("${", position)) {
      const end = endOfCode(text, position + 2);
      holes.push({ ...valueTag(text, position, end), expression: text.slice(position + 2, end - 1).trim() });
      position = end;
    } else position++;
  }
  return { start, end: text.length, holes };
}

function hide(text: string, ranges: readonly Range[]): string {
  let code = "";
  let position = 0;
  for (const { start, end } of ranges) {
    code += text.slice(position, start) + text.slice(start, end).replace(/[^\n]/g, " ");
    position = end;
  }
  return code + text.slice(position);
}
