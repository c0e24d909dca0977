import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Position } from "vscode-languageserver-types";

/** A row in which each character counts one, whatever the document counts in. */
interface PlainRow {
  readonly line: number;
  readonly start: number;
  /** Where its newline stands, or the end of the text. */
  readonly end: number;
}

/**
 * The positions of offsets as the document has them, at less cost where they are asked for in the order of the text: the row
 * of the last one is kept.
 */
export function nearPositions(document: TextDocument): (offset: number) => Position {
  const text = document.getText();
  let row: PlainRow | undefined;
  return (offset) => {
    if (row !== undefined && offset > row.end) row = plainRow(text, row.line + 1, row.end + 1);
    if (row !== undefined && row.start <= offset && offset <= row.end)
      return { line: row.line, character: offset - row.start };
    const position = document.positionAt(offset);
    row = plainRow(text, position.line, document.offsetAt({ line: position.line, character: 0 }));
    return position;
  };
}

const [carriageReturn, firstBeyondAscii] = [13, 128];

/** Undefined where the row has something in it that may count more or less than one, or that may end it. */
function plainRow(text: string, line: number, start: number): PlainRow | undefined {
  const newline = text.indexOf("\n", start);
  const end = newline < 0 ? text.length : newline;
  for (let index = start; index < end; index++) {
    const code = text.charCodeAt(index);
    if (code >= firstBeyondAscii || code === carriageReturn) return undefined;
  }
  return { line, start, end };
}
