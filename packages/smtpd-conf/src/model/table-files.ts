import type { Source } from "../parser/source.ts";

/** One line of the file behind a table. */
export interface FileLine {
  /** Without its newline. */
  readonly text: string;
  /** From 1. */
  readonly number: number;
  /** Where it begins in the file, in UTF-16 units from 0. */
  readonly offset: number;
  /** How the text was made from bytes; `utf8` where absent. */
  readonly encoding?: Source["encoding"];
}

/** The files behind tables, line by line: they can be larger than memory. */
export interface TableFiles {
  /**
   * Calls `visit` with each line of a file until it returns false. Returns false where the file is not there or may not
   * be read; then nothing is known of what it holds.
   */
  readonly forEachLine: (path: string, visit: (line: FileLine) => boolean) => boolean;
}
