import type { Diagnostic as Finding } from "smtpd-conf";
import { expect } from "vitest";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { CodeAction, CodeActionContext, Range } from "vscode-languageserver-types";
import type { Snapshot } from "../snapshot.ts";
import { editsByUri, type SnapshotOptions, snapshotAt, snapshotOf } from "../testing.ts";
import { getCodeActions, resolveCodeAction } from "./code-actions.ts";

/** A text with a selection, `<|…|>`, or with a cursor, `|`. */
export function selectionIn(marked: string, options: SnapshotOptions = {}): { snapshot: Snapshot; range: Range } {
  const start = marked.indexOf("<|");
  if (start < 0) {
    const { snapshot, position } = snapshotAt(marked, options);
    return { snapshot, range: { start: position, end: position } };
  }
  const end = marked.indexOf("|>") - 2;
  const snapshot = snapshotOf(marked.replace("<|", "").replace("|>", ""), options);
  const { document } = snapshot;
  return { snapshot, range: { start: document.positionAt(start), end: document.positionAt(end) } };
}

export interface ActionOptions extends SnapshotOptions {
  readonly only?: CodeActionContext["only"];
  readonly triggerKind?: CodeActionContext["triggerKind"];
}

export function actionsAt(marked: string, { only, triggerKind, ...options }: ActionOptions = {}): CodeAction[] {
  const { snapshot, range } = selectionIn(marked, options);
  return getCodeActions(snapshot, range, { ...(only && { only }), ...(triggerKind && { triggerKind }) });
}

export function titlesAt(marked: string, options: ActionOptions = {}): readonly string[] {
  return actionsAt(marked, options).map(({ title }) => title);
}

/** Chooses an action by its title; gives the text that comes of it, or why it is not to be done. */
export function chosen(marked: string, title: string, { only, ...options }: ActionOptions = {}): string {
  const { snapshot, range } = selectionIn(marked, options);
  const actions = getCodeActions(snapshot, range, only ? { only } : {});
  const action = actions.find((one) => one.title === title);
  expect(action, `in ${JSON.stringify(actions.map((one) => one.title))}`).toBeDefined();
  const { edit, disabled } = resolveCodeAction(snapshot, action as CodeAction);
  if (edit === undefined) return `disabled: ${disabled?.reason}`;
  const { uri } = snapshot.document;
  const changes = editsByUri(edit);
  expect([...changes.keys()], "files that are changed").toEqual([uri]);
  return TextDocument.applyEdits(snapshot.document, changes.get(uri) ?? []);
}

/** The codes of the findings in a text. */
export function codesOf({ result }: { readonly result: { readonly diagnostics: readonly Finding[] } }) {
  return result.diagnostics.map(({ code }) => code);
}
