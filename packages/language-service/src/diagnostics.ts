import { type Diagnostic as Finding, type RelatedPlace, type RuleCategory, rules, type Source } from "smtpd-conf";
import type { TextDocument } from "vscode-languageserver-textdocument";
import {
  type Diagnostic,
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
  DiagnosticTag,
} from "vscode-languageserver-types";
import type { Snapshot } from "./snapshot.ts";
import { documentOf, locationOf, rangeIn } from "./to-lsp.ts";

/** What was made of the findings of one version of a file, from the first on, for the next version. */
export interface DiagnosticsMemory {
  findings: readonly Finding[];
  made: readonly (Diagnostic | undefined)[];
}

/** Opens a memory of nothing. */
export function openDiagnosticsMemory(): DiagnosticsMemory {
  return { findings: [], made: [] };
}

/**
 * The findings of a configuration by the address of the file that they stand in; only files that have some. Those that are
 * the same objects as the first ones of `memory` have their places still, and are not made again.
 */
export function getDiagnostics(
  snapshot: Snapshot,
  memory: DiagnosticsMemory = openDiagnosticsMemory(),
): ReadonlyMap<string, readonly Diagnostic[]> {
  const { known } = snapshot;
  const documentAt = documentsOf(snapshot);
  const kept = sameStart(known, memory.findings, snapshot);
  const made = known.map((finding, index) => {
    if (index < kept) return memory.made[index];
    const document = documentAt(finding.span.source);
    return document && diagnosticOf(snapshot, document, finding);
  });
  Object.assign(memory, { findings: known, made });
  return byFile(known, made, documentAt);
}

type DocumentAt = (source: Source) => TextDocument | undefined;

function documentsOf(snapshot: Snapshot): DocumentAt {
  const documents = new Map<Source, TextDocument | undefined>();
  return (source) => {
    if (!documents.has(source)) documents.set(source, documentOf(snapshot, source));
    return documents.get(source);
  };
}

/** With how many findings of the document itself two lists begin in common. */
function sameStart(now: readonly Finding[], before: readonly Finding[], { source }: Snapshot): number {
  let count = 0;
  while (count < now.length && now[count] === before[count] && now[count]?.span.source === source) count++;
  return count;
}

function byFile(
  findings: readonly Finding[],
  made: readonly (Diagnostic | undefined)[],
  documentAt: DocumentAt,
): ReadonlyMap<string, readonly Diagnostic[]> {
  const found = new Map<string, Diagnostic[]>();
  made.forEach((diagnostic, index) => {
    const uri = documentAt((findings[index] as Finding).span.source)?.uri;
    if (diagnostic === undefined || uri === undefined) return;
    const list = found.get(uri);
    if (list === undefined) found.set(uri, [diagnostic]);
    else list.push(diagnostic);
  });
  return found;
}

/** A finding as the protocol has it, as far as the editor shows it. */
export function diagnosticOf(snapshot: Snapshot, document: TextDocument, finding: Finding): Diagnostic {
  const { code, severity, message, help, span, related } = finding;
  const { client } = snapshot;
  const page = client.codeDescription ? snapshot.pageOf(code) : undefined;
  const tags = client.tags ? tagsOf(code) : undefined;
  const diagnostic: Diagnostic = {
    range: rangeIn(document, span),
    severity: severities[severity],
    code,
    source: "smtpd-lint",
    message: help === undefined ? message : `${message}\n${help}`,
  };
  if (page !== undefined) diagnostic.codeDescription = { href: page };
  if (tags !== undefined) diagnostic.tags = tags;
  if (related.length > 0 && client.relatedInformation) {
    diagnostic.relatedInformation = related.flatMap((place) => relatedTo(snapshot, place));
  }
  return diagnostic;
}

const severities: Readonly<Record<Finding["severity"], DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

function relatedTo(snapshot: Snapshot, { span, message }: RelatedPlace): readonly DiagnosticRelatedInformation[] {
  const location = locationOf(snapshot, span);
  return location === undefined ? [] : [{ location, message }];
}

const tagsByCategory: Partial<Record<RuleCategory, DiagnosticTag[]>> = {
  "dead-code": [DiagnosticTag.Unnecessary],
  deprecated: [DiagnosticTag.Deprecated],
};

/** How editors show what a check or rule finds: as dead, or as old; undefined for anything else. */
export function tagsOf(code: string): DiagnosticTag[] | undefined {
  return tagsByCode.get(code);
}

/** Dead code is greyed, old spellings are struck through. A rule that no mail comes to is dead, whatever was meant by it. */
const tagsByCode: ReadonlyMap<string, DiagnosticTag[] | undefined> = new Map([
  ...rules.map(({ code, category }) => [code, tagsByCategory[category]] as const),
  ["unreachable-match", [DiagnosticTag.Unnecessary]],
]);
