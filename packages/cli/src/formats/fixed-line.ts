import { applyEdits, type Edit, type Fix, type Source, type Span } from "smtpd-conf";
import { type LineIndex, lineAt, lineStart, positionAt } from "../line-index.ts";

/** A longer line says less than the title of the fix. */
const mostShown = 100;

/**
 * The line as it is after a fix, with its number where it is not the line of the finding. Undefined where the fix changes
 * more than one line, leaves nothing of it, or the line is long.
 */
export function fixedLine({ edits }: Fix, finding: Span, indexOf: (source: Source) => LineIndex): string | undefined {
  const source = edits[0]?.span.source;
  if (source === undefined) return undefined;
  const index = indexOf(source);
  const { line } = positionAt(index, edits[0]?.span.start ?? 0);
  if (!edits.every((edit) => isInLine(edit, source, index, line))) return undefined;
  const text = applyEdits(lineAt(index, line), edits, lineStart(index, line)).trim();
  if (text === "" || text.length > mostShown) return undefined;
  const same = source === finding.source && line === positionAt(index, finding.start).line;
  return same ? text : `line ${line}: ${text}`;
}

function isInLine({ span, text }: Edit, source: Source, index: LineIndex, line: number): boolean {
  if (span.source !== source || text.includes("\n")) return false;
  return positionAt(index, span.start).line === line && positionAt(index, span.end).line === line;
}
