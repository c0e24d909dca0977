import { TextDocumentEdit, type TextEdit, type WorkspaceEdit } from "vscode-languageserver";
import type { Client } from "./client.ts";

/** An edit for editors that know no versions of documents: the changes of each file by its address. */
export function plainEdit(edit: WorkspaceEdit, { documentChanges }: Pick<Client, "documentChanges">): WorkspaceEdit {
  if (documentChanges || edit.documentChanges === undefined) return edit;
  const changes: Record<string, TextEdit[]> = { ...edit.changes };
  for (const change of edit.documentChanges.filter(TextDocumentEdit.is)) {
    const { uri } = change.textDocument;
    changes[uri] = [...(changes[uri] ?? []), ...(change.edits as TextEdit[])];
  }
  return { changes };
}
