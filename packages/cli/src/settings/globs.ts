import { sep } from "node:path";
import picomatch from "picomatch";

/** Whether a path below a folder, relative to it, is one of those that globs mean. */
export type Globs = (path: string) => boolean;

/**
 * Opens globs: `*`, `?`, `[…]` within a name, `**` over folders, `{a,b}`. One without a slash means a name at any depth, one
 * with a slash begins at the folder. Dots at the beginning of names are nothing special.
 */
export function openGlobs(patterns: readonly string[]): Globs {
  if (patterns.length === 0) return () => false;
  const matches = picomatch(patterns.map(fromTheTop), { dot: true, nonegate: true, windows: false });
  return (path) => matches(sep === "/" ? path : path.replaceAll(sep, "/"));
}

/** `old/` → `**` `/old`, `/old` → `old`, `a/b` → `a/b`. */
function fromTheTop(pattern: string): string {
  const bare = pattern.replace(/^\.\//, "").replace(/(?<=.)\/+$/, "");
  if (bare.startsWith("/")) return bare.slice(1);
  return bare.includes("/") ? bare : `**/${bare}`;
}

/** Whether globs mean a path, or a folder that it lies in. */
export function coversPath(globs: Globs, path: string): boolean {
  const names = path.split(sep);
  return names.some((_, index) => globs(names.slice(0, index + 1).join(sep)));
}
