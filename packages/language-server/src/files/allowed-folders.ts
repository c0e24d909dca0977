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

/** Files may be read below some folders. A link that leads out of them leads outside, wherever it lies itself. */
export function openAllowedFolders(folders: readonly string[]): AllowedFolders {
  const tops = folders.flatMap((folder) => realPath(folder) ?? []);
  const isInside = (path: string) => tops.some((top) => path === top || path.startsWith(withSlash(top)));
  return {
    find: (path) => {
      if (!isAbsolute(path)) return { kind: "nothing" };
      const real = realPath(path);
      if (real !== undefined) return isInside(real) ? { kind: "inside", path: real } : { kind: "outside" };
      return isInside(nearestFolder(path)) ? { kind: "nothing" } : { kind: "outside" };
    },
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
