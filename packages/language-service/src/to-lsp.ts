import type { Edit, Source, Span } from "smtpd-conf";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Location, Range, TextEdit } from "vscode-languageserver-types";
import type { Snapshot } from "./snapshot.ts";

/** The range of two offsets of a document, half open, as lines and characters. */
export function rangeBetween(document: TextDocument, start: number, end: number): Range {
  return { start: document.positionAt(start), end: document.positionAt(end) };
}

/** The range of a span. Its source must be the document, or a part of the file that the document is. */
export function rangeIn(document: TextDocument, { source: { part }, start, end }: Span): Range {
  const offset = part?.offset ?? 0;
  return rangeBetween(document, offset + start, offset + end);
}

/** Where a span stands; undefined for what is in no file, such as a macro of the command line. */
export function locationOf(snapshot: Snapshot, span: Span): Location | undefined {
  const document = documentOf(snapshot, span.source);
  return document && { uri: document.uri, range: rangeIn(document, span) };
}

/** The document of a source of the configuration, or of a file of a table that it names. */
export function documentOf(snapshot: Snapshot, source: Source): TextDocument | undefined {
  if (source === snapshot.source) return snapshot.document;
  if (source.kind === "definition") return undefined;
  const known = snapshot.files.documentOf(source.path);
  if (known !== undefined || source.part !== undefined) return known;
  return TextDocument.create(snapshot.files.uriOf(source.path), "smtpd-conf", 0, source.text);
}

/** An edit of the library as one of the protocol. */
export function textEditOf(document: TextDocument, { span, text }: Edit): TextEdit {
  return { range: rangeIn(document, span), newText: text };
}
