import type { Span } from "smtpd-conf";
import type { TextDocument } from "vscode-languageserver-textdocument";

/**
 * Whether the document has at a place what the parser read there. A template has its own text in the places of what it is
 * filled in with, and a file may have been changed since it was read.
 */
export function isAsWritten(document: TextDocument, { source, start, end }: Span): boolean {
  const offset = source.part?.offset ?? 0;
  return document.getText().slice(offset + start, offset + end) === source.text.slice(start, end);
}
