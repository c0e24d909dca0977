import { defaultIgnores, defaultPatterns, findFiles, openGlobs } from "smtpd-lint";
import { URI } from "vscode-uri";
import type { WorkspaceFolders } from "../workspace-folders.ts";

/** The configurations in the folders of the editor: files that are named as one is. */
export interface Roots {
  /** Their addresses. */
  readonly find: () => readonly string[];
  /** Has the folders searched again, since there may be others now. */
  readonly forget: () => void;
}

/** Levels of a folder that are searched, and configurations that are looked at. */
const depth = 6;
const mostRoots = 200;

/** Milliseconds after which the folders are searched again, for editors that do not tell of new files. */
const freshness = 10_000;

export const isNamedAsRoot: (path: string) => boolean = openGlobs(defaultPatterns);
const isNeverMeant = openGlobs(defaultIgnores);

export function openRoots(folders: WorkspaceFolders): Roots {
  let found: readonly string[] = [];
  let searched = Number.NEGATIVE_INFINITY;
  return {
    find: () => {
      if (performance.now() - searched > freshness) {
        found = search(folders.paths());
        searched = performance.now();
      }
      return found;
    },
    forget: () => {
      searched = Number.NEGATIVE_INFINITY;
    },
  };
}

function search(folders: readonly string[]): readonly string[] {
  const ignored = (path: string) => isNeverMeant(path);
  const paths = folders.flatMap((folder) => findFiles(folder, { wanted: isNamedAsRoot, depth, ignored }));
  return [...new Set(paths)].slice(0, mostRoots).map((path) => URI.file(path).toString());
}
