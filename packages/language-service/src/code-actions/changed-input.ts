import { applyEdits, type Edit, type FileReader, type LintInput } from "smtpd-conf";
import type { Snapshot } from "../snapshot.ts";

/** What is linted once edits of the document are made, which may be the file itself or one that it includes. */
export function changedInput({ lintInput, source }: Snapshot, edits: readonly Edit[]): LintInput {
  // Of a template, the source has what it was read as.
  if (source.includedBy === undefined) return { ...lintInput, text: applyEdits(lintInput.text, edits) };
  const text = applyEdits(source.text, edits);
  const files: FileReader = {
    read: (path) =>
      path === source.path
        ? { kind: "file", text, encoding: source.encoding }
        : (lintInput.files?.read(path) ?? { kind: "failed", reason: "missing" }),
  };
  return { ...lintInput, files };
}
