/** What came of reading a file. */
export type FileContent =
  | { readonly kind: "file"; readonly text: string; readonly encoding: "utf8" | "latin1" }
  /** `outside`: whoever reads for us may not look there. */
  | {
      readonly kind: "failed";
      readonly reason: "missing" | "directory" | "denied" | "special" | "too-large" | "outside";
    };

/** How the library reads the files that a configuration names. The command, the server or a test supplies it. */
export interface FileReader {
  /** Reads a whole file. `path` is as written in the configuration; what it is relative to is the reader's business. */
  readonly read: (path: string) => FileContent;
}

/** A reader that has no files at all. */
export const noFiles: FileReader = { read: () => ({ kind: "failed", reason: "missing" }) };
