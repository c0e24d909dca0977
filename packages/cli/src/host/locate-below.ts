import { lstatSync, readlinkSync, type Stats } from "node:fs";

/** Symbolic links that are followed for one path, as many as Linux follows. */
const mostLinks = 40;

/**
 * Where an absolute path leads when `root` is the root of the file system, as after chroot(2): `..` does not go above it,
 * and symbolic links, absolute ones too, are followed within it. Undefined where there is nothing. A path that cannot be
 * looked at is given as far as it is known, so that reading it says why.
 */
export function locateBelow(root: string, path: string): string | undefined {
  const names: string[] = [];
  const left = path.split("/").reverse();
  let links = 0;
  for (let name = left.pop(); name !== undefined; name = left.pop()) {
    if (name === "..") names.pop();
    if (name === "" || name === "." || name === "..") continue;
    const place = [root, ...names, name].join("/");
    const stats = look(place);
    if (stats === "denied") return place;
    if (stats === undefined) return undefined;
    if (stats.isSymbolicLink()) {
      if (++links > mostLinks) return undefined;
      const target = readlinkSync(place);
      if (target.startsWith("/")) names.length = 0;
      left.push(...target.split("/").reverse());
    } else if (left.length > 0 && !stats.isDirectory()) return undefined;
    else names.push(name);
  }
  return [root, ...names].join("/");
}

/** What stands at a place, without following a link. */
function look(place: string): Stats | "denied" | undefined {
  try {
    return lstatSync(place, { throwIfNoEntry: false });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === "EACCES" ? "denied" : undefined;
  }
}
