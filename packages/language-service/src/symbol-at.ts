import { firstIndex, type MacroUse, type Source, type Span } from "smtpd-conf";
import { isMacroUse, type NameToken, namePartOf } from "./name-part.ts";
import type { Snapshot } from "./snapshot.ts";
import {
  definitionInForce,
  type IndexedPlace,
  type IndexedSymbol,
  type NameKind,
  type SymbolIndex,
  symbolIndexOf,
} from "./symbol-index.ts";
import { tokensAt } from "./token-at.ts";

export type { NameKind } from "./symbol-index.ts";

/** One place where a name stands. */
export interface NamePlace extends IndexedPlace {
  /** The name alone, without quotes, `<` and `>`, or `$`. Where the name comes out of a macro, the `$name` of that. */
  readonly span: Span;
  /** The word comes out of a macro: it is a use of the name, but not where the name is written. */
  readonly throughMacro: boolean;
}

/** A name of the configuration, in all of its files. */
export interface NamedSymbol {
  readonly kind: NameKind;
  /** As smtpd knows it. */
  readonly name: string;
  /** In the order of the files, and of their text. A name that several statements set has several. */
  readonly definitions: readonly NamePlace[];
  readonly references: readonly NamePlace[];
  /** The definitions that the place under the cursor means: of a macro, the last one above it. */
  readonly meant: readonly NamePlace[];
  /** The place under the cursor: one of the definitions or references. */
  readonly at: NamePlace;
}

/**
 * The name under the cursor; undefined where there is none. Of two names that meet at the cursor it is the later one. What
 * stands in a comment, or as `$name` within quotes, is no name to smtpd.
 */
export function symbolAt(snapshot: Snapshot, offset: number): NamedSymbol | undefined {
  const index = symbolIndexOf(snapshot.model);
  const token = nameTokenAt(snapshot, index, offset);
  const symbol = token && index.heldBy(token);
  return symbol && describe(snapshot, symbol, token);
}

/** The name of a kind; undefined where it stands nowhere. The place under the cursor is its first. */
export function symbolNamed(snapshot: Snapshot, kind: NameKind, name: string): NamedSymbol | undefined {
  const symbol = symbolIndexOf(snapshot.model).named(kind, name);
  const first = symbol && (symbol.definitions[0] ?? symbol.references[0]);
  return first && describe(snapshot, symbol, first.token);
}

function nameTokenAt(snapshot: Snapshot, index: SymbolIndex, offset: number): NameToken | undefined {
  const use = macroUseAt(index.macroUsesIn(snapshot.source), offset);
  const word = tokensAt(snapshot, offset).findLast((token) => token.origin === undefined && index.heldBy(token));
  if (use === undefined || word === undefined) return use ?? word;
  return word.start > use.start ? word : use;
}

/** The last use that begins at the cursor or before it, if the cursor touches it. */
function macroUseAt(uses: readonly MacroUse[], offset: number): MacroUse | undefined {
  const use = uses[firstIndex(uses, ({ start }) => start > offset) - 1];
  return use !== undefined && offset <= use.end ? use : undefined;
}

function describe(snapshot: Snapshot, symbol: IndexedSymbol, token: NameToken): NamedSymbol {
  const order = new Map(snapshot.configuration.sources.map((source, index) => [source, index]));
  const { twin } = symbol;
  const definitions = placesOf([...symbol.definitions, ...(twin?.definitions ?? [])], order);
  const references = placesOf([...symbol.references, ...(twin?.references ?? [])], order);
  const at = [...definitions, ...references].find((place) => place.token === token) as NamePlace;
  const meant = meantBy(symbol, at, definitions);
  return { kind: at.kind, name: symbol.name, definitions, references, meant, at };
}

/** A word that defines a filter and a proc is one place. */
function placesOf(places: readonly IndexedPlace[], order: ReadonlyMap<Source, number>): readonly NamePlace[] {
  const byToken = new Map<NameToken, NamePlace>();
  for (const place of places) if (!byToken.has(place.token)) byToken.set(place.token, describePlace(place));
  const numberOf = (place: NamePlace) => order.get(place.token.source) ?? -1;
  return [...byToken.values()].sort((a, b) => numberOf(a) - numberOf(b) || a.token.start - b.token.start);
}

function describePlace(place: IndexedPlace): NamePlace {
  const { token } = place;
  const throughMacro = !isMacroUse(token) && token.origin !== undefined;
  return { ...place, span: namePartOf(token), throughMacro };
}

function meantBy(symbol: IndexedSymbol, at: NamePlace, definitions: readonly NamePlace[]): readonly NamePlace[] {
  if (symbol.kind !== "macro") return definitions;
  if (!isMacroUse(at.token)) return [at];
  const meant = definitionInForce(symbol, at.token);
  return definitions.filter(({ token }) => token === meant?.token);
}
