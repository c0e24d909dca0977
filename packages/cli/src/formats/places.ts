import { isAbsolute, join } from "node:path";
import type { Source, Span } from "smtpd-conf";
import { locateBelow } from "../host/locate-below.ts";
import { type Position, positionAt } from "../line-index.ts";
import { type Indexes, openIndexes } from "./block.ts";
import { portablePath } from "./fingerprint.ts";

/** Where the findings of a file are, as a program has to know it that opens the files. */
export interface Places {
  /** Relative to the working directory where the file lies below it, and with `/`. */
  readonly pathOf: (source: Source) => string;
  readonly rangeOf: (span: Span) => Range;
}

/** Where a finding begins, and the first place behind it. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** `root` is the folder of `--root`. */
export function openPlaces(root: string | undefined): Places {
  const indexOf = openIndexes();
  const paths = new Map<Source, string>();
  return {
    pathOf: (source) => {
      const path = paths.get(source) ?? portablePath(root === undefined ? source.path : pathBelow(root, source));
      paths.set(source, path);
      return path;
    },
    rangeOf: (span) => rangeIn(span, indexOf),
  };
}

/** What a configuration names by an absolute path is below the root. */
function pathBelow(root: string, { path, includedBy }: Source): string {
  if (includedBy === undefined || !isAbsolute(path)) return path;
  return locateBelow(root, path) ?? join(root, path);
}

function rangeIn({ source, start, end }: Span, indexOf: Indexes): Range {
  const index = indexOf(source);
  return { start: positionAt(index, start), end: positionAt(index, end) };
}
