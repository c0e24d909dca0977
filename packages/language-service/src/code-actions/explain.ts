import { CodeActionKind } from "vscode-languageserver-types";
import type { Offer } from "./offer.ts";
import type { Place } from "./place.ts";

/** Shows the page about the check or rule of each finding, where the editor can run that command. */
export function explain({ snapshot, findings }: Place): readonly Offer[] {
  if (!snapshot.client.commands) return [];
  const codes = new Map(findings.map((finding) => [finding.code, finding]));
  return [...codes].map(([code, finding]): Offer => {
    const title = `Explain "${code}"`;
    const command = { title, command: "smtpd-lint.explainCode", arguments: [{ code }] };
    return { title, kind: CodeActionKind.QuickFix, edits: () => [], keeps: "nothing", findings: [finding], command };
  });
}
