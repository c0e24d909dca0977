import { realpathSync } from "node:fs";
import { dirname, isAbsolute, join, sep } from "node:path";

/** Tells which files of the disk may be read. */
export interface AllowedFolders {
  /** Where a file really lies, links followed; undefined where there is nothing, `outside` where it may not be read. */
  readonly find: (path: string) => Place;
}

export type Place =
  | { readonly kind: "inside"; readonly path: string }
  | { readonly kind: "outside" }
  | { readonly kind: "nothing" };

/** Milliseconds for which it is remembered where a path leads: it is asked anew with every letter that somebody types. */
const freshness = 1000;

/** Files may be read below some folders. A link that leads out of them leads outside, wherever it lies itself. */
export function openAllowedFolders(folders: readonly string[]): AllowedFolders {
  const find = openFinder(folders);
  const known = new Map<string, Place>();
  let begun = performance.now();
  return {
    find: (path) => {
      if (performance.now() - begun > freshness) {
        known.clear();
        begun = performance.now();
      }
      const place = known.get(path) ?? find(path);
      known.set(path, place);
      return place;
    },
  };
}

function openFinder(folders: readonly string[]): (path: string) => Place {
  const tops = folders.flatMap((folder) => realPath(folder) ?? []);
  const isInside = (path: string) => tops.some((top) => path === top || path.startsWith(withSlash(top)));
  return (path) => {
    if (!isAbsolute(path)) return { kind: "nothing" };
    const real = realPath(path);
    if (real !== undefined) return isInside(real) ? { kind: "inside", path: real } : { kind: "outside" };
    return isInside(nearestFolder(path)) ? { kind: "nothing" } : { kind: "outside" };
  };
}

/** The nearest folder above a path that is there, links followed. */
function nearestFolder(path: string): string {
  const parent = dirname(path);
  return parent === path ? path : (realPath(parent) ?? nearestFolder(parent));
}

function withSlash(folder: string): string {
  return folder.endsWith(sep) ? folder : join(folder, sep);
}

function realPath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}
