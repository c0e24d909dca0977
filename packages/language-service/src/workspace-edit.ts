import type { TextDocument } from "vscode-languageserver-textdocument";
import type { TextDocumentEdit, TextEdit, WorkspaceEdit } from "vscode-languageserver-types";

/** An edit and the document that it belongs to. */
export interface DocumentEdit {
  readonly document: TextDocument;
  readonly edit: TextEdit;
}

/** Edits of several documents. A document of version 0 is not open in the editor: its edits hold for any version. */
export function workspaceEdit(edits: readonly DocumentEdit[]): WorkspaceEdit {
  const changes = new Map<string, TextDocumentEdit>();
  for (const { document, edit } of edits) {
    const { uri, version } = document;
    const change = changes.get(uri) ?? { textDocument: { uri, version: version === 0 ? null : version }, edits: [] };
    changes.set(uri, change);
    change.edits.push(edit);
  }
  return { documentChanges: [...changes.values()] };
}
