import { type Dirent, readdirSync, realpathSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import type { Globs } from "../settings/globs.ts";

/** What is looked for in a folder. */
export interface Search {
  /** Whether a file is wanted, by its path from the folder. */
  readonly wanted: Globs;
  /** How many levels of the folder are searched: 1 for what is in it itself. */
  readonly depth: number;
  /** Whether a file or folder is left out, by its path from the working directory. */
  readonly ignored: (path: string) => boolean;
}

/** Folders that hold nothing of one's own. */
const skipped: ReadonlySet<string> = new Set([".git", ".hg", ".svn", "node_modules"]);

/**
 * The files in a folder and in those below it, in the order of their paths. Links to folders are not followed, and links to
 * files count only where they lead to a file below the same folder. A folder that cannot be read is among them itself, so
 * that somebody complains of it.
 */
export function findFiles(folder: string, { wanted, depth: levels, ignored }: Search): readonly string[] {
  const found: string[] = [];
  const isInside = openInside(folder);
  const visit = (path: string, depth: number) => {
    const entries = entriesOf(path);
    if (entries === undefined) found.push(path);
    for (const entry of entries ?? []) {
      const place = join(path, entry.name);
      if (entry.isDirectory()) {
        if (depth > 1 && !skipped.has(entry.name) && !ignored(place)) visit(place, depth - 1);
      } else if (
        wanted(relative(folder, place)) &&
        !ignored(place) &&
        (entry.isFile() || (entry.isSymbolicLink() && isInside(place)))
      ) {
        found.push(place);
      }
    }
  };
  visit(folder, levels);
  return found.sort();
}

function entriesOf(path: string): readonly Dirent[] | undefined {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch {
    return undefined;
  }
}

/** Whether a link leads to a file below a folder. */
function openInside(folder: string): (path: string) => boolean {
  let top: string | undefined;
  return (path) => {
    try {
      top ??= realpathSync(folder);
      const place = realpathSync(path);
      return place.startsWith(top.endsWith(sep) ? top : `${top}${sep}`) && statSync(place).isFile();
    } catch {
      return false;
    }
  };
}
