import { type DocumentHighlight, DocumentHighlightKind, type Position } from "vscode-languageserver-types";
import type { Snapshot } from "./snapshot.ts";
import { symbolAt } from "./symbol-at.ts";
import { rangeIn } from "./to-lsp.ts";

/** The places of the name under the cursor in this document: written where it is defined, read where it is used. */
export function getHighlights(snapshot: Snapshot, position: Position): DocumentHighlight[] {
  const { document, source } = snapshot;
  const symbol = symbolAt(snapshot, document.offsetAt(position));
  if (symbol === undefined) return [];
  const places = [...symbol.definitions, ...symbol.references].filter(({ span }) => span.source === source);
  places.sort((a, b) => a.span.start - b.span.start);
  return places.map(({ role, span }) => {
    const kind = role === "definition" ? DocumentHighlightKind.Write : DocumentHighlightKind.Read;
    return { range: rangeIn(document, span), kind };
  });
}
