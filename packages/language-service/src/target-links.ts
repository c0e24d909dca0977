import type { Span } from "smtpd-conf";
import type { LocationLink, Range } from "vscode-languageserver-types";
import { documentPlaces } from "./place-locations.ts";
import type { Snapshot } from "./snapshot.ts";
import { rangeIn } from "./to-lsp.ts";

/** Where a jump leads: what is shown, and what is selected of it. */
export interface Target {
  readonly whole: Span;
  readonly selection: Span;
}

/** Jumps from a part of the document. What is not in a file is left out. */
export function targetLinks(snapshot: Snapshot, origin: Span, targets: readonly Target[]): LocationLink[] {
  const originSelectionRange = rangeIn(snapshot.document, origin);
  return documentPlaces(snapshot, targets, ({ selection }) => selection).map(({ document, item }) => ({
    originSelectionRange,
    targetUri: document.uri,
    targetRange: rangeIn(document, item.whole),
    targetSelectionRange: rangeIn(document, item.selection),
  }));
}

const beginning: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** A jump from a part of the document to the beginning of a file; none where the file cannot be read. */
export function fileLinks(snapshot: Snapshot, origin: Span, path: string): LocationLink[] {
  const file = snapshot.files.documentOf(path);
  if (file === undefined) return [];
  const originSelectionRange = rangeIn(snapshot.document, origin);
  return [{ originSelectionRange, targetUri: file.uri, targetRange: beginning, targetSelectionRange: beginning }];
}

/** A statement and a part of it. A part that lies in another file than the beginning of its statement stands alone. */
export function targetIn(statement: Span, selection: Span): Target {
  const { source, start, end } = selection;
  const within = statement.source === source && statement.start <= start && end <= statement.end;
  return { whole: within ? statement : selection, selection };
}
