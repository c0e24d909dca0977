import type { Edit } from "smtpd-conf";
import type { TextEdit, WorkspaceEdit } from "vscode-languageserver-types";
import type { Snapshot } from "../snapshot.ts";
import { documentOf, textEditOf } from "../to-lsp.ts";
import { isOfDocument } from "./place.ts";

/** Edits, which may lie in several files, as the protocol has them; undefined where one is of no file. */
export function workspaceEdit(snapshot: Snapshot, edits: readonly Edit[]): WorkspaceEdit | undefined {
  const changes: Record<string, TextEdit[]> = {};
  for (const edit of edits) {
    const { source } = edit.span;
    const document = isOfDocument(snapshot, source) ? snapshot.document : documentOf(snapshot, source);
    if (document === undefined) return undefined;
    const list = changes[document.uri] ?? [];
    changes[document.uri] = list;
    list.push(textEditOf(document, edit));
  }
  return edits.length === 0 ? undefined : { changes };
}
