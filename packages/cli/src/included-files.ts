import type { FileContent, FileReader } from "smtpd-conf";
import { largestSize, readSource } from "./read-source.ts";

/** Where a path of a configuration leads; undefined where there is nothing. */
export type Locate = (path: string) => string | undefined;

/**
 * Reads what a configuration includes, relative paths from the working directory, as smtpd does. All files together may
 * not be larger than one may be.
 */
export function openIncludedFiles(locate: Locate): FileReader {
  let left = largestSize;
  return {
    read: (path) => {
      const content = readIncluded(locate(path), left);
      if (content.kind === "file") left -= content.text.length;
      return content;
    },
  };
}

function readIncluded(path: string | undefined, atMost: number): FileContent {
  if (path === undefined) return { kind: "failed", reason: "missing" };
  // An empty include, as some write it in templates.
  if (path === "/dev/null") return { kind: "file", text: "", encoding: "utf8" };
  const source = readSource(path, atMost);
  if (source.kind === "text") return { ...source, kind: "file" };
  return { kind: "failed", reason: source.reason === "failed" ? "missing" : source.reason };
}
