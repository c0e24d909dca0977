import type { Edit, Line, Span } from "smtpd-conf";
import { lineBefore } from "../line-at.ts";
import type { Snapshot } from "../snapshot.ts";

/**
 * A new line above a statement, and above the comments that stand right on top of it. Undefined where the statement shares
 * its line with something else.
 */
export function insertionAbove(snapshot: Snapshot, statement: Line, text: string): Edit | undefined {
  const { source } = snapshot;
  if (statement.source !== source) return undefined;
  const line = startOfLine(source.text, statement.start);
  const indent = source.text.slice(line, statement.start);
  if (/[^ \t]/.test(indent)) return undefined;
  const start = aboveComments(snapshot, line);
  return { span: { source, start, end: start }, text: `${indent}${text}\n` };
}

/**
 * The lines of a statement, with the comments right on top of it and the one behind it. Undefined where it shares them with
 * something else.
 */
export function blockOf(snapshot: Snapshot, statement: Line): Span | undefined {
  const above = insertionAbove(snapshot, statement, "");
  const { source } = snapshot;
  const { text } = source;
  const newline = text.indexOf("\n", statement.end);
  const end = newline < 0 ? text.length : newline + 1;
  const rest = text.slice(statement.end, end);
  const isAlone = /^[ \t]*(?:#.*)?\n?$/.test(rest) && !rest.endsWith("\\\n");
  return above && isAlone ? { source, start: above.span.start, end } : undefined;
}

/** The lines of a statement that shares them with nothing; else only the statement, so that a comment behind it stays. */
export function linesToDelete({ source }: Snapshot, { start, end }: Line): Span {
  const { text } = source;
  const from = startOfLine(text, start);
  const newline = text.indexOf("\n", end);
  const to = newline < 0 ? text.length : newline + 1;
  const isAlone = `${text.slice(from, start)}${text.slice(end, to)}`.trim() === "";
  return isAlone ? { source, start: from, end: to } : { source, start, end };
}

/** The start of the first of the comment lines that end at a line; that line itself where there are none. */
function aboveComments(snapshot: Snapshot, line: number): number {
  const { text } = snapshot.source;
  const before = lineBefore(snapshot, line - 1)?.end ?? 0;
  let found = line;
  for (let next = line; next > 0; ) {
    next = startOfLine(text, next - 1);
    if (next < before || !/^[ \t]*#/.test(text.slice(next, next + 200))) break;
    // A backslash above carries a comment or a statement on into this line.
    if (text.slice(0, next).endsWith("\\\n")) continue;
    found = next;
  }
  return found;
}

export function startOfLine(text: string, offset: number): number {
  return offset <= 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
}
