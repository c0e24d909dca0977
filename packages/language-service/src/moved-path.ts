/**
 * The path that names a file after it has moved: absolute paths stay absolute, relative ones relative to the same folder.
 * Undefined where no path does that. `from` is the address that `path` has now, `to` the one that it gets.
 */
export function movedPath(path: string, from: string, to: string): string | undefined {
  const { ups, names } = splitPath(path);
  const folder = withoutTail(plainAddress(from), names);
  if (folder === undefined) return undefined;
  const target = plainAddress(to);
  if (path.startsWith("/")) return target.startsWith(`${folder}/`) ? target.slice(folder.length) : undefined;
  const relative = relativePath(folder, target);
  if (relative === undefined) return undefined;
  return (path.startsWith("./") && !relative.startsWith("../") ? "./" : "") + "../".repeat(ups) + relative;
}

/** An address without percent signs for characters, so that two spellings of it are equal. */
export function plainAddress(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}

/** The folders that a path goes up at its start, and the names that it goes down to. */
function splitPath(path: string): { readonly ups: number; readonly names: readonly string[] } {
  let ups = 0;
  const names: string[] = [];
  for (const name of path.split("/")) {
    if (name === "" || name === ".") continue;
    if (name !== "..") names.push(name);
    else if (names.pop() === undefined && !path.startsWith("/")) ups++;
  }
  return { ups, names };
}

/** The folder that names lead to an address from; undefined where they do not. */
function withoutTail(address: string, names: readonly string[]): string | undefined {
  const tail = `/${names.join("/")}`;
  return names.length > 0 && address.endsWith(tail) ? address.slice(0, -tail.length) : undefined;
}

/** How a file is reached from a folder; undefined where they are not on the same disk or server. */
function relativePath(folder: string, target: string): string | undefined {
  const [from, to] = [folder.split("/"), target.split("/")];
  let same = 0;
  while (same < from.length && same < to.length - 1 && from[same] === to[same]) same++;
  // The first three are the scheme, an empty one, and the host.
  if (same < 3) return undefined;
  return "../".repeat(from.length - same) + to.slice(same).join("/");
}
