import { statSync } from "node:fs";
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
      const stamp = stampOf(path);
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

/** What changes when a file is written; undefined where there is none. */
function stampOf(path: string): string | undefined {
  try {
    const { mtimeMs, ctimeMs, size, ino } = statSync(path);
    return `${mtimeMs} ${ctimeMs} ${size} ${ino}`;
  } catch {
    return undefined;
  }
}

function readFile(path: string): FileContent {
  const source = readSource(path, largestFile);
  if (source.kind === "text") return { ...source, kind: "file" };
  return { kind: "failed", reason: source.reason === "failed" ? "missing" : source.reason };
}
