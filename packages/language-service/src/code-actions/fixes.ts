import { applyChanges, type Edit, type Diagnostic as Finding, type Fix } from "smtpd-conf";
import { CodeActionKind } from "vscode-languageserver-types";
import type { Snapshot } from "../snapshot.ts";
import { standsInFile } from "../stands-in.ts";
import type { Offer } from "./offer.ts";
import type { Place } from "./place.ts";

/** The fixes of the findings at a place; where a document has more findings of the same code, all their fixes at once. */
export function fixes({ snapshot, findings }: Place): readonly Offer[] {
  const single = distinct(findings).flatMap(fixesOf);
  const codes = new Set(findings.filter((finding) => safeFix(finding) !== undefined).map(({ code }) => code));
  const all = codes.size === 0 ? [] : safeFixesIn(snapshot);
  return [...single, ...[...codes].flatMap((code) => fixesOfCode(snapshot, code, all, findings))];
}

function fixesOf(finding: Finding): readonly Offer[] {
  const isAlone = finding.fixes.filter(({ safe }) => safe).length === 1;
  return finding.fixes.map(({ title, safe, edits }) => ({
    title,
    kind: CodeActionKind.QuickFix,
    edits: () => edits,
    keeps: "nothing",
    ready: true,
    findings: [finding],
    ...(safe && isAlone && { isPreferred: true }),
  }));
}

/** Findings, each once though the file that they stand in is included twice. */
function distinct(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ code, message, span }) => {
    const identity = `${code} ${span.source.path} ${span.start} ${span.end} ${message}`;
    return !seen.has(identity) && seen.add(identity) !== undefined;
  });
}

function safeFix({ fixes: known }: Finding): Fix | undefined {
  return known.find(({ safe }) => safe);
}

function fixesOfCode(
  snapshot: Snapshot,
  code: string,
  everywhere: readonly FixedFinding[],
  here: readonly Finding[],
): readonly Offer[] {
  const all = everywhere.filter(({ finding }) => finding.code === code);
  if (all.length < 2) return [];
  const title = `Fix all ${all.length} findings of "${code}" in this file`;
  const findings = here.filter((finding) => finding.code === code);
  const edits = () => applyChanges(snapshot.source.text, all).edits;
  return [{ title, kind: CodeActionKind.QuickFix, edits, keeps: "findings", findings }];
}

/** A finding with the edits that mend it. */
interface FixedFinding {
  readonly finding: Finding;
  readonly edits: readonly Edit[];
}

/** The safe fixes that change nothing but the document. */
export function safeFixesIn(snapshot: Snapshot): readonly FixedFinding[] {
  const isHere = ({ span }: Edit) => standsInFile(snapshot, span);
  return distinct(snapshot.result.diagnostics).flatMap((finding) => {
    const fix = standsInFile(snapshot, finding.span) ? safeFix(finding) : undefined;
    return fix?.edits.every(isHere) ? [{ finding, edits: fix.edits }] : [];
  });
}
