import { type TextDocument, window } from "vscode";

/** The language of configurations, as the manifest calls it. */
export const languageId = "smtpd-conf";

/** The scheme of the documents that we make ourselves. */
export const ownScheme = "smtpd-lint";

/** Where the configurations are that the server is asked about; not our own documents, nor old versions in a diff. */
export const schemes: readonly string[] = ["file", "untitled", "vscode-vfs"];

/** Whether the server knows this document. */
export function isConfiguration({ languageId: id, uri }: TextDocument): boolean {
  return id === languageId && schemes.includes(uri.scheme);
}

/** The configuration that somebody looks at: the active one, or else the first that is visible. */
export function visibleConfiguration(): TextDocument | undefined {
  const editors = [window.activeTextEditor, ...window.visibleTextEditors];
  return editors.find((editor) => editor !== undefined && isConfiguration(editor.document))?.document;
}
