import { textOf } from "smtpd-conf";
import type { Position, Range } from "vscode-languageserver-types";
import { renameObstacle } from "./name-obstacles.ts";
import { documentPlaces } from "./place-locations.ts";
import type { Snapshot } from "./snapshot.ts";
import { type NamedSymbol, symbolAt } from "./symbol-at.ts";
import { rangeIn } from "./to-lsp.ts";

const macroName = "[A-Za-z0-9_]+";
/** What a name without quotes can be, and what needs no escape within them. */
const plainName = "[A-Za-z0-9:_][^\\s\"'\\\\(){}<>!=#,]*";

/** Ranges with the same text, and what that text can become while all of them are typed into. */
export interface LinkedEditingRanges {
  readonly ranges: Range[];
  readonly wordPattern: string;
}

/**
 * The places that change together while the name under the cursor is typed. Undefined where that is not safe: where the
 * name stands in another file, too, comes out of a macro, is not defined, or is not written the same everywhere.
 */
export function getLinkedEditingRanges(snapshot: Snapshot, position: Position): LinkedEditingRanges | undefined {
  const offset = snapshot.document.offsetAt(position);
  const symbol = symbolAt(snapshot, offset);
  if (symbol === undefined || !isLinkable(snapshot, symbol)) return undefined;
  const { start, end } = symbol.at.span;
  if (offset < start || offset > end) return undefined;
  const places = documentPlaces(snapshot, [...symbol.definitions, ...symbol.references], ({ span }) => span);
  if (places.length < 2 || places.some(({ document }) => document.uri !== snapshot.document.uri)) return undefined;
  const ranges = places.map(({ item }) => rangeIn(snapshot.document, item.span));
  return { ranges, wordPattern: symbol.kind === "macro" ? macroName : plainName };
}

function isLinkable(snapshot: Snapshot, symbol: NamedSymbol): boolean {
  if (symbol.definitions.length === 0 || renameObstacle(snapshot, symbol) !== undefined) return false;
  const name = textOf(symbol.at.span);
  const pattern = new RegExp(`^${symbol.kind === "macro" ? macroName : plainName}$`);
  return pattern.test(name) && [...symbol.definitions, ...symbol.references].every(({ span }) => textOf(span) === name);
}
