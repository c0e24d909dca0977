import type { Edit } from "smtpd-conf";
import type { WorkspaceEdit } from "vscode-languageserver-types";
import type { Snapshot } from "../snapshot.ts";
import { standsInFile } from "../stands-in.ts";
import { documentOf, textEditOf } from "../to-lsp.ts";
import { type DocumentEdit, workspaceEdit } from "../workspace-edit.ts";

/** Edits, which may lie in several files, as the protocol has them; undefined for none, and where one is of no file. */
export function editOfFiles(snapshot: Snapshot, edits: readonly Edit[]): WorkspaceEdit | undefined {
  const placed = edits.flatMap((edit) => placedEdit(snapshot, edit) ?? []);
  return placed.length === 0 || placed.length < edits.length ? undefined : workspaceEdit(placed);
}

function placedEdit(snapshot: Snapshot, edit: Edit): DocumentEdit | undefined {
  const isHere = standsInFile(snapshot, edit.span);
  const document = isHere ? snapshot.document : documentOf(snapshot, edit.span.source);
  return document && { document, edit: textEditOf(document, edit) };
}
