import { isAbsolute, relative, sep } from "node:path";

/** A path as people see it: from the working directory, where it lies below that. */
export function shownPath(path: string): string {
  const below = relative("", path);
  return below === "" || isAbsolute(below) || below.split(sep, 1)[0] === ".." ? path : below;
}
