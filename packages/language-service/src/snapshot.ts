import type { Analysis, Configuration, Diagnostic, LintInput, LintResult, Model, Release, Source } from "smtpd-conf";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { ClientSupport } from "./client-support.ts";
import type { ServiceSettings } from "./service-settings.ts";

/**
 * What is known of a document at one moment: the text, the configuration that it belongs to, and what that means. The
 * document is the file that smtpd would be started with, or one that it includes; whoever makes the snapshot decides which.
 */
export interface Snapshot {
  /** The document that is asked about. */
  readonly document: TextDocument;
  /** The same as the parser read it: one of `configuration.sources`. */
  readonly source: Source;
  readonly configuration: Configuration;
  readonly model: Model;
  readonly analysis: Analysis;
  /**
   * The findings in all files of the configuration as far as they are known. A moment after a change that is what the
   * statements show that were changed, and of the rest what was known before, without fixes.
   */
  readonly known: readonly Diagnostic[];
  /** The findings with all that belongs to them, which are only looked for when somebody asks. */
  readonly result: LintResult;
  /** What was linted: the file that smtpd would be started with, and what is known besides. */
  readonly lintInput: LintInput;
  readonly target: Release;
  /** What the document is a template in. */
  readonly template: LintResult["template"];
  readonly files: SnapshotFiles;
  readonly settings: ServiceSettings;
  readonly client: ClientSupport;
  /** The address of the page about a check or a rule; undefined where there is none to open. */
  readonly pageOf: (code: string) => string | undefined;
}

/** The other files that a configuration names. Paths are as written in the configuration. */
export interface SnapshotFiles {
  /** A file that may be read, as a document; undefined where there is none. */
  readonly documentOf: (path: string) => TextDocument | undefined;
  /** The address of a file, whether it can be read or not. */
  readonly uriOf: (path: string) => string;
  /** The entries of a folder by name, a folder's with a `/` behind it; empty where it may not be read. Relative as `include` is. */
  readonly entriesOf: (folder: string) => readonly string[];
}
