import type { Line } from "../parser/ast/nodes.ts";
import type { Span } from "../parser/source.ts";
import type { Fix } from "./diagnostic.ts";
import { isEditable } from "./place.ts";

/** A fix that deletes a whole statement with the lines that it stands on; none where a macro or two files wrote it. */
export function deletion(title: string, statement: Line, safe = false): Fix[] {
  const { source, tokens } = statement;
  if (!tokens.every((token) => isEditable(token) && token.source === source)) return [];
  return [{ title, safe, edits: [{ span: wholeLines(statement), text: "" }] }];
}

/** From the start of the first line to behind the newline of the last; only the statement, where it has no line of its own. */
function wholeLines({ source, start, end }: Span): Span {
  const { text } = source;
  const from = text.lastIndexOf("\n", start - 1) + 1;
  const newline = text.indexOf("\n", end);
  const to = newline < 0 ? text.length : newline + 1;
  const alone = text.slice(from, start).trim() === "" && text.slice(end, to).trim() === "";
  return alone ? { source, start: from, end: to } : { source, start, end };
}
