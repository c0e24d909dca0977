import type { Position, Range } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";

/**
 * A document whose positions count characters in bytes of UTF-8, as a client may ask for. Offsets stay in UTF-16 units.
 * A position inside a character counts as the one before it, one behind the end of its line as that end.
 */
export function utf8Document(document: TextDocument): TextDocument {
  const positionAt = (offset: number): Position => {
    const { line, character } = document.positionAt(offset);
    const before = document.getText({ start: { line, character: 0 }, end: { line, character } });
    return { line, character: Buffer.byteLength(before) };
  };
  return {
    uri: document.uri,
    languageId: document.languageId,
    get version() {
      return document.version;
    },
    get lineCount() {
      return document.lineCount;
    },
    getText: (range) => document.getText(range && utf16Range(document, range)),
    positionAt,
    offsetAt: (position) => document.offsetAt(utf16Position(document, position)),
    getLineRange: (line) => {
      const { start, end } = document.getLineRange(line);
      return { start: positionAt(document.offsetAt(start)), end: positionAt(document.offsetAt(end)) };
    },
    getEOLCharacters: (line) => document.getEOLCharacters(line),
  };
}

/** A range that counts in UTF-8 as one that counts in UTF-16. */
export function utf16Range(document: TextDocument, { start, end }: Range): Range {
  return { start: utf16Position(document, start), end: utf16Position(document, end) };
}

function utf16Position(document: TextDocument, { line, character }: Position): Position {
  const start = { line, character: 0 };
  const text = document.getText({ start, end: { line: line + 1, character: 0 } });
  return { line, character: unitsOf(text, character) };
}

/** How many UTF-16 units the first bytes of a text are. */
function unitsOf(text: string, bytes: number): number {
  let left = bytes;
  let units = 0;
  for (const character of text) {
    left -= Buffer.byteLength(character);
    if (left < 0) break;
    units += character.length;
  }
  return units;
}
