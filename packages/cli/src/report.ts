import type { Diagnostic, LintResult, Release } from "smtpd-conf";

/** What came of one file of the command line. */
export type FileReport = LintedFile | UnreadFile;

export interface LintedFile {
  readonly kind: "linted";
  readonly path: string;
  /** The release that it was read for. */
  readonly target: Release;
  readonly verdict: LintResult["verdict"];
  /** Those that are to be shown. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface UnreadFile {
  readonly kind: "unread";
  readonly path: string;
  /** Why, in words. */
  readonly reason: string;
}

/** Shows reports, each as soon as it is there. */
export interface Format {
  readonly file: (report: FileReport) => void;
  /** Called once, behind the last file. */
  readonly end: () => void;
}

/** What an output format has to know of the command line. */
export interface FormatSettings {
  /** The release of the command line, the newest where it names none. A file can have been read for another. */
  readonly target: Release;
  readonly colored: boolean;
  /** Whether to say at the end what came of it all. */
  readonly summary: boolean;
}
