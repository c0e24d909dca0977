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

/** The findings of a configuration by the address of the file that they stand in; only files that have some. */
export function getDiagnostics(snapshot: Snapshot): ReadonlyMap<string, readonly Diagnostic[]> {
  const found = new Map<string, Diagnostic[]>();
  const documents = new Map<Source, TextDocument | undefined>();
  for (const finding of snapshot.known) {
    const { source } = finding.span;
    if (!documents.has(source)) documents.set(source, documentOf(snapshot, source));
    const document = documents.get(source);
    if (document === undefined) continue;
    const list = found.get(document.uri) ?? [];
    found.set(document.uri, list);
    list.push(diagnosticOf(snapshot, document, finding));
  }
  return found;
}

/** A finding as the protocol has it. */
export function diagnosticOf(snapshot: Snapshot, document: TextDocument, finding: Finding): Diagnostic {
  const { code, severity, message, help, span, related } = finding;
  const page = snapshot.pageOf(code);
  const tags = tagsOf(code);
  return {
    range: rangeIn(document, span),
    severity: severities[severity],
    code,
    ...(page !== undefined && { codeDescription: { href: page } }),
    source: "smtpd-lint",
    message: help === undefined ? message : `${message}\n${help}`,
    ...(tags !== undefined && { tags }),
    ...(related.length > 0 && { relatedInformation: related.flatMap((place) => relatedTo(snapshot, place)) }),
  };
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
