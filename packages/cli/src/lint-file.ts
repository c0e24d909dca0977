import type { FileSettings } from "./file-settings.ts";
import type { OpenedSurroundings } from "./host/surroundings.ts";
import { lintText } from "./lint-text.ts";
import { readInput } from "./read-source.ts";
import type { FileReport } from "./report.ts";

/** A file to be checked. */
export interface FileToLint {
  /** As it was named or found; `-` is standard input. */
  readonly file: string;
  /** What to call it. */
  readonly path: string;
  readonly settings: FileSettings;
}

/** Reads a file and checks it. */
export async function lintFile(
  { file, path, settings }: FileToLint,
  surroundings: OpenedSurroundings | undefined,
): Promise<FileReport> {
  const source = readInput(file);
  if (source.kind === "unread") return { kind: "unread", path, reason: source.words };
  const { verdict, target, diagnostics } = await lintText(path, source, settings, surroundings);
  return { kind: "linted", path, target, verdict, diagnostics };
}
