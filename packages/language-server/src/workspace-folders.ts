import { dirname } from "node:path";
import type { InitializeParams, WorkspaceFoldersChangeEvent } from "vscode-languageserver";
import type { OpenDocuments } from "./documents/open-documents.ts";
import { pathOf } from "./projects/projects.ts";

/** The folders that the editor works in. */
export interface WorkspaceFolders {
  /** Their paths. */
  readonly paths: () => readonly string[];
  readonly change: (event: WorkspaceFoldersChangeEvent) => Promise<void>;
}

/** Opens the folders that an editor names when it begins: several, one as earlier editors do, or none. */
export function openWorkspaceFolders(
  { workspaceFolders, rootUri, rootPath }: InitializeParams,
  changed: () => Promise<void>,
): WorkspaceFolders {
  const uris = new Set(workspaceFolders?.map(({ uri }) => uri) ?? [rootUri ?? rootPath].filter((uri) => uri != null));
  return {
    paths: () => [...uris].flatMap((uri) => (uri.startsWith("/") ? [uri] : (pathOf(uri) ?? []))),
    change: ({ added, removed }) => {
      for (const { uri } of removed) uris.delete(uri);
      for (const { uri } of added) uris.add(uri);
      return changed();
    },
  };
}

/** Where files may be read: in the folders of the editor, in those that it names besides, else beside what is open. */
export function readableFolders(
  folders: readonly string[],
  allowed: readonly string[],
  documents: Pick<OpenDocuments, "all">,
): readonly string[] {
  if (folders.length > 0) return [...folders, ...allowed];
  const beside = documents.all().flatMap(({ uri }) => pathOf(uri) ?? []);
  return [...allowed, ...beside.map((path) => dirname(path))];
}
