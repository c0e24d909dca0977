import type { Diagnostic, LintResult, Release } from "smtpd-conf";
import type { FixRequest } from "./options.ts";

/** What came of one file of the command line. */
export type FileReport = LintedFile | UnreadFile;

export interface LintedFile {
  readonly kind: "linted";
  readonly path: string;
  /** The release that it was read for. */
  readonly target: Release;
  readonly verdict: LintResult["verdict"];
  /** The language that it is a template in; undefined of a configuration. */
  readonly template?: LintResult["template"];
  /** Those that are to be shown. */
  readonly diagnostics: readonly Diagnostic[];
  readonly suppressed: readonly SuppressedFinding[];
  /** The folder of `--root`, below which is what the configuration names by an absolute path. */
  readonly root?: string | undefined;
  /** What was fixed, where that was asked for. The findings are then those that are left. */
  readonly fixing?: Fixing | undefined;
}

/** What came of fixing a file. */
export interface Fixing extends FixRequest {
  readonly encoding: "utf8" | "latin1";
  /** The text that was read, and the one without what was fixed. */
  readonly before: string;
  readonly after: string;
  /** How many findings were fixed, or would be. */
  readonly fixed: number;
  /** Fixes that were left out, since they would have brought other findings. */
  readonly leftOut: number;
  /** Findings that could only be fixed in another file. */
  readonly elsewhere: number;
  /** Why the file stays as it was, where it should have been written. */
  readonly unwritten: string | undefined;
  /** Hard links of the file that keep the text that was read. */
  readonly otherNames: number;
}

/** A finding that is not to be shown. */
export interface SuppressedFinding {
  readonly diagnostic: Diagnostic;
  /** A comment in the file, or the baseline that has it. */
  readonly by: "comment" | "baseline";
  /** The reason that the comment gives. */
  readonly reason: string | undefined;
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
