import { ErrorCodes, type Position, type Range, ResponseError } from "vscode-languageserver";

/** Where in a document a request asks, whatever it is about. */
export interface Places {
  readonly position?: Position;
  readonly positions?: readonly Position[];
  readonly range?: Range;
}

/**
 * Refuses a request whose positions are none: lines and characters are whole numbers (LSP 3.17, `uinteger`), and a text has
 * nothing at half a character. Those beyond the end count as the end.
 */
export function requirePositions({ position, positions = [], range }: Places): void {
  const named = [...(position ? [position] : []), ...positions, ...(range ? [range.start, range.end] : [])];
  if (named.every(({ line, character }) => Number.isInteger(line) && Number.isInteger(character))) return;
  throw new ResponseError(ErrorCodes.InvalidParams, "The line and the character of a position must be whole numbers.");
}
