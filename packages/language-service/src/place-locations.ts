import type { Source, Span } from "smtpd-conf";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Location } from "vscode-languageserver-types";
import type { Snapshot } from "./snapshot.ts";
import { documentOf, rangeIn } from "./to-lsp.ts";

/** A place in a document. */
export interface DocumentPlace<Item> {
  readonly document: TextDocument;
  readonly item: Item;
}

/**
 * The documents of places, without those that are in no file. A file that is included twice is read twice, but each place
 * of it is given once.
 */
export function documentPlaces<Item>(
  snapshot: Snapshot,
  items: readonly Item[],
  spanOf: (item: Item) => Span,
): readonly DocumentPlace<Item>[] {
  const documentFor = documentFinder(snapshot);
  const seen = new Set<string>();
  return items.flatMap((item) => {
    const { source, start, end } = spanOf(item);
    const document = documentFor(source);
    if (document === undefined) return [];
    const offset = source.part?.offset ?? 0;
    const key = `${offset + start} ${offset + end} ${document.uri}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ document, item }];
  });
}

/** Finds the documents of sources, each of them once. */
export function documentFinder(snapshot: Snapshot): (source: Source) => TextDocument | undefined {
  const known = new Map<Source, TextDocument | undefined>();
  return (source) => {
    if (!known.has(source)) known.set(source, documentOf(snapshot, source));
    return known.get(source);
  };
}

/** Where spans stand, each place once. */
export function locationsOf(snapshot: Snapshot, spans: readonly Span[]): Location[] {
  return documentPlaces(snapshot, spans, (span) => span).map(({ document, item }) => {
    return { uri: document.uri, range: rangeIn(document, item) };
  });
}
