import { textOf } from "smtpd-conf";
import type { WorkspaceEdit } from "vscode-languageserver-types";
import { isAsWritten } from "./is-as-written.ts";
import { movedPath, plainAddress } from "./moved-path.ts";
import { type PathWord, pathWordsOf } from "./path-words.ts";
import { documentFinder } from "./place-locations.ts";
import { rewriteWord } from "./rewrite-word.ts";
import type { Snapshot } from "./snapshot.ts";
import { rangeIn } from "./to-lsp.ts";
import { type DocumentEdit, workspaceEdit } from "./workspace-edit.ts";

/** A file or folder that gets another address. */
export interface FileRename {
  readonly oldUri: string;
  readonly newUri: string;
}

/**
 * What has to be written where configurations name files that are renamed, or that lie in folders that are: the paths of
 * `include`, `table`, `pki` and `ca`. What comes out of a macro is changed in its value. A path that cannot name the file
 * at its new place stays.
 */
export function getFileRenameEdits(snapshots: readonly Snapshot[], renames: readonly FileRename[]): WorkspaceEdit {
  const moves = renames.map(({ oldUri, newUri }) => ({
    from: plainAddress(oldUri).replace(/\/$/, ""),
    to: plainAddress(newUri).replace(/\/$/, ""),
  }));
  const seen = new Set<string>();
  const edits = snapshots.flatMap((snapshot) => editsIn(snapshot, moves));
  return workspaceEdit(
    edits.filter(({ document: { uri }, edit: { range } }) => {
      const key = JSON.stringify([uri, range]);
      return !seen.has(key) && seen.add(key);
    }),
  );
}

interface Move {
  readonly from: string;
  readonly to: string;
}

function editsIn(snapshot: Snapshot, moves: readonly Move[]): readonly DocumentEdit[] {
  const documentFor = documentFinder(snapshot);
  return pathWordsOf(snapshot.configuration).flatMap((word) => {
    const path = pathAfter(snapshot, word.path, moves);
    return path === undefined || path === word.path ? [] : editOf(snapshot, word, path, documentFor);
  });
}

/** The path of a file after the moves; undefined where they do not touch it. */
function pathAfter({ files }: Snapshot, path: string, moves: readonly Move[]): string | undefined {
  const address = plainAddress(files.uriOf(path));
  const move = moves.find(({ from }) => address === from || address.startsWith(`${from}/`));
  return move && movedPath(path, address, move.to + address.slice(move.from.length));
}

function editOf(
  snapshot: Snapshot,
  pathWord: PathWord,
  path: string,
  documentFor: ReturnType<typeof documentFinder>,
): readonly DocumentEdit[] {
  const { word } = pathWord;
  if (word.origin !== undefined) return editInMacro(pathWord, path, documentFor);
  const document = documentFor(word.source);
  if (document === undefined || !isAsWritten(document, word)) return [];
  const value = word.value.slice(0, word.value.length - pathWord.path.length) + path;
  return [{ document, edit: { range: rangeIn(document, word), newText: rewriteWord(word, value, snapshot.target) } }];
}

/** The value of a macro may stand in quotes within quotes: only a path that needs no thought about them is put there. */
function editInMacro(
  { word, path: oldPath }: PathWord,
  path: string,
  documentFor: ReturnType<typeof documentFinder>,
): readonly DocumentEdit[] {
  const { origin } = word;
  const document = origin && documentFor(origin.source);
  if (origin === undefined || document === undefined || !isAsWritten(document, origin)) return [];
  const written = textOf(origin).replace(/["']$/, "");
  if (!written.endsWith(oldPath) || !/^[\w./:@%+-]*$/.test(path)) return [];
  const end = origin.start + written.length;
  const range = rangeIn(document, { source: origin.source, start: end - oldPath.length, end });
  return [{ document, edit: { range, newText: path } }];
}
