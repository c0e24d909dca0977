import type { Options } from "./options.ts";

/** What `smtpd-lint format` is asked for. */
export interface FormatOptions
  extends Pick<
    Options,
    "files" | "target" | "definitions" | "color" | "quiet" | "stdinFilename" | "settingsFile" | "ignore"
  > {
  /** What is done with the formatted text; `check` only names the files that would change. */
  readonly how: "print" | "check" | "diff" | "write";
}
