import type { Location, Position } from "vscode-languageserver-types";
import { locationsOf } from "./place-locations.ts";
import type { Snapshot } from "./snapshot.ts";
import { symbolAt } from "./symbol-at.ts";

/**
 * Where the name under the cursor is used in all files, and where it is defined, if that is asked for. A name that comes
 * out of a macro is used where the `$name` of the macro stands.
 */
export function getReferences(
  snapshot: Snapshot,
  position: Position,
  { includeDeclaration }: { readonly includeDeclaration: boolean },
): Location[] {
  const symbol = symbolAt(snapshot, snapshot.document.offsetAt(position));
  if (symbol === undefined) return [];
  const places = includeDeclaration ? [...symbol.definitions, ...symbol.references] : symbol.references;
  return locationsOf(
    snapshot,
    places.map(({ span }) => span),
  );
}
