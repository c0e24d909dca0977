import type { LocationLink, Position } from "vscode-languageserver-types";
import { pathWordsIn } from "./path-words.ts";
import type { Snapshot } from "./snapshot.ts";
import { statementOf } from "./statement-of.ts";
import { type NamePlace, symbolAt } from "./symbol-at.ts";
import { fileLinks, type Target, targetIn, targetLinks } from "./target-links.ts";

/**
 * What kind of thing the name under the cursor is: from an action to the method that it delivers by, from a table to its
 * file or its entries. Nothing for other names: they have no kind of their own.
 */
export function getTypeDefinitions(snapshot: Snapshot, position: Position): LocationLink[] {
  const symbol = symbolAt(snapshot, snapshot.document.offsetAt(position));
  if (symbol?.kind === "action") return targetLinks(snapshot, symbol.at.span, symbol.meant.flatMap(methodOf));
  if (symbol?.kind !== "table") return [];
  const entries = targetLinks(snapshot, symbol.at.span, symbol.meant.flatMap(inlineEntriesOf));
  const files = symbol.meant.flatMap(({ line }) => (line === undefined ? [] : pathWordsIn(line)));
  return [...entries, ...files.flatMap(({ path }) => fileLinks(snapshot, symbol.at.span, path))];
}

/** The keyword of the method in the statement of an action. */
function methodOf({ line }: NamePlace): readonly Target[] {
  const statement = statementOf(line);
  if (line === undefined || statement?.kind !== "ActionDirective" || statement.method === undefined) return [];
  return [targetIn(line, statement.method.keyword)];
}

function inlineEntriesOf({ line }: NamePlace): readonly Target[] {
  const statement = statementOf(line);
  if (line === undefined || statement?.kind !== "TableDirective" || statement.entries === undefined) return [];
  return [targetIn(line, statement.entries)];
}
