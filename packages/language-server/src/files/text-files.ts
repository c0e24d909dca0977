import { type Stats, statSync } from "node:fs";
import type { FileContent } from "smtpd-conf";
import { readSource } from "smtpd-lint";

/** The texts of files, read again only when the disk has others. */
export interface TextFiles {
  readonly read: (path: string) => FileContent;
}

interface Known {
  readonly stamp: string;
  readonly content: FileContent;
}

/** Texts that are kept: more files than a mail server has. */
const mostKept = 500;

/** Bytes of a file at most: what is larger is no file of a configuration that anybody edits. */
const largestFile = 16 * 1024 * 1024;

export function openTextFiles(): TextFiles {
  const known = new Map<string, Known>();
  return {
    read: (path) => {
      const stats = statsOf(path);
      // A pipe is somebody else's to read, and would be waited for.
      if (stats && !stats.isFile() && !stats.isDirectory()) return { kind: "failed", reason: "special" };
      const stamp = stats && stampOf(stats);
      const kept = known.get(path);
      if (kept !== undefined && kept.stamp === stamp) return kept.content;
      const content = readFile(path);
      if (known.size >= mostKept) known.clear();
      if (stamp === undefined) known.delete(path);
      else known.set(path, { stamp, content });
      return content;
    },
  };
}

/** What the disk says of a file; undefined where there is none. */
function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

/** What changes when a file is written. */
function stampOf({ mtimeMs, ctimeMs, size, ino }: Stats): string {
  return `${mtimeMs} ${ctimeMs} ${size} ${ino}`;
}

function readFile(path: string): FileContent {
  const source = readSource(path, largestFile);
  if (source.kind === "text") return { ...source, kind: "file" };
  return { kind: "failed", reason: source.reason === "failed" ? "missing" : source.reason };
}
