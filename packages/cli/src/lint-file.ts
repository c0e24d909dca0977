import type { LintResult, SuppressedDiagnostic } from "smtpd-conf";
import type { FileSettings } from "./file-settings.ts";
import type { OpenedSurroundings } from "./host/surroundings.ts";
import { lintText } from "./lint-text.ts";
import { readInput } from "./read-source.ts";
import type { FileReport, LintedFile, SuppressedFinding } from "./report.ts";

/** A file to be checked. */
export interface FileToLint {
  /** As it was named or found; `-` is standard input. */
  readonly file: string;
  /** What to call it. */
  readonly path: string;
  readonly settings: FileSettings;
}

/** Reads a file and checks it. */
export async function lintFile(named: FileToLint, surroundings: OpenedSurroundings | undefined): Promise<FileReport> {
  const { file, path, settings } = named;
  const source = readInput(file);
  if (source.kind === "unread") return { kind: "unread", path, reason: source.words };
  return reportOn(named, await lintText(path, source, settings, surroundings));
}

/** What there is to say of a file. */
export function reportOn(
  { path, settings }: FileToLint,
  { verdict, target, template, diagnostics, suppressed }: LintResult,
): LintedFile {
  const root = settings.surroundings.kind === "root" ? settings.surroundings.folder : undefined;
  return { kind: "linted", path, target, verdict, template, diagnostics, suppressed: suppressed.map(findingOf), root };
}

/** What is known of a finding that a comment silences, apart from where that stands. */
export function findingOf({ diagnostic, suppression }: SuppressedDiagnostic): SuppressedFinding {
  return { diagnostic, by: "comment", reason: suppression.comment.reason };
}
