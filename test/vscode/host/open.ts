/// <reference types="vscode" />
import {
  type Diagnostic,
  languages,
  Position,
  Range,
  type TextDocument,
  type TextEditor,
  Uri,
  window,
  workspace,
} from "vscode";
import { until } from "./host-test.ts";

/** Opens a file of the folder. */
export async function open(name: string): Promise<TextEditor> {
  const [folder] = workspace.workspaceFolders ?? [];
  if (folder === undefined) throw new Error("no folder is open");
  return window.showTextDocument(Uri.joinPath(folder.uri, name), { preview: false });
}

/** Opens a document without a file. */
export async function write(content: string): Promise<TextEditor> {
  return window.showTextDocument(await workspace.openTextDocument({ language: "smtpd-conf", content }));
}

export function codesOf(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.map(({ code }) => String(typeof code === "object" ? code.value : code));
}

/** Waits until this is among the findings. */
export function untilFound(document: TextDocument, code: string): Promise<Diagnostic> {
  return until(`the finding ${code}`, () =>
    languages.getDiagnostics(document.uri).find((one) => codesOf([one])[0] === code),
  );
}

/** The place just behind the beginning of this text. */
export function placeOf(document: TextDocument, text: string): Position {
  const offset = document.getText().indexOf(text);
  if (offset < 0) throw new Error(`there is no ${text}`);
  return document.positionAt(offset + 1);
}

export function wholeOf(document: TextDocument): Range {
  return new Range(new Position(0, 0), document.lineAt(document.lineCount - 1).range.end);
}
