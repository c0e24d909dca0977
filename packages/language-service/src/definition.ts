import type { LocationLink, Position } from "vscode-languageserver-types";
import { credentialLabelAt, entriesOfLabel } from "./credential-label.ts";
import { pathPartOf, pathWordAt } from "./path-words.ts";
import type { Snapshot } from "./snapshot.ts";
import { type NamePlace, symbolAt } from "./symbol-at.ts";
import { fileLinks, type Target, targetIn, targetLinks } from "./target-links.ts";

/**
 * Where the name under the cursor is defined: the whole statement, with the name in it. From a path it leads to the file,
 * from the label of a relay URL to its entry in the table of credentials.
 */
export function getDefinitions(snapshot: Snapshot, position: Position): LocationLink[] {
  const offset = snapshot.document.offsetAt(position);
  const symbol = symbolAt(snapshot, offset);
  if (symbol !== undefined) return targetLinks(snapshot, symbol.at.span, symbol.meant.map(targetOfName));
  const path = pathWordAt(snapshot, offset);
  if (path !== undefined) return fileLinks(snapshot, pathPartOf(path), path.path);
  const label = credentialLabelAt(snapshot, offset);
  return label === undefined ? [] : targetLinks(snapshot, label.span, entriesOfLabel(snapshot, label));
}

/** The statement that a name stands in. */
export function targetOfName({ line, span }: NamePlace): Target {
  return targetIn(line ?? span, span);
}
