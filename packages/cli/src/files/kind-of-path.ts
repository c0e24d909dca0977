import { statSync } from "node:fs";

/** What is at a path: a folder, something else, or nothing that can be seen. */
export function kindOfPath(path: string): "folder" | "other" | "nothing" {
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    return stats === undefined ? "nothing" : stats.isDirectory() ? "folder" : "other";
  } catch {
    return "nothing";
  }
}
