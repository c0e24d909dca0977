import { dirname } from "node:path";
import type { InitializeParams, WorkspaceFoldersChangeEvent } from "vscode-languageserver";
import { pathOf } from "./projects/projects.ts";

/** The folders that the editor works in. */
export interface WorkspaceFolders {
  /** Their paths. */
  readonly paths: () => readonly string[];
  readonly change: (event: WorkspaceFoldersChangeEvent) => void;
}

/** Opens the folders that an editor names when it begins: several, one as earlier editors do, or none. */
export function openWorkspaceFolders(
  { workspaceFolders, rootUri, rootPath }: InitializeParams,
  changed: () => void,
): WorkspaceFolders {
  const uris = new Set(workspaceFolders?.map(({ uri }) => uri) ?? [rootUri ?? rootPath].filter((uri) => uri != null));
  return {
    paths: () => [...uris].flatMap((uri) => (uri.startsWith("/") ? [uri] : (pathOf(uri) ?? []))),
    change: ({ added, removed }) => {
      for (const { uri } of removed) uris.delete(uri);
      for (const { uri } of added) uris.add(uri);
      changed();
    },
  };
}

/** Where files may be read: in the folders of the editor, in those that it names besides, else beside the file. */
export function readableFolders(
  folders: readonly string[],
  allowed: readonly string[],
  open: readonly string[],
): readonly string[] {
  const beside = folders.length > 0 ? [] : open.flatMap((uri) => pathOf(uri) ?? []).map((path) => dirname(path));
  return [...folders, ...allowed, ...beside];
}
