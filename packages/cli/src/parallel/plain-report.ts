import type { Diagnostic, Edit, Fix, RelatedPlace, Source, Span } from "smtpd-conf";
import type { FileReport } from "../report.ts";

/**
 * The same report without the trees of the configuration that its ranges are parts of, so that it can be sent to another
 * thread. Ranges in one text share it.
 */
export function plainReport(report: FileReport): FileReport {
  if (report.kind === "unread") return report;
  const toPlain = openPlain();
  return {
    ...report,
    diagnostics: report.diagnostics.map(toPlain),
    suppressed: report.suppressed.map((one) => ({ ...one, diagnostic: toPlain(one.diagnostic) })),
  };
}

function openPlain(): (diagnostic: Diagnostic) => Diagnostic {
  const sources = new Map<Source, Source>();
  const plainSource = (source: Source): Source => {
    const made = sources.get(source) ?? withoutTree(source, span);
    sources.set(source, made);
    return made;
  };
  const span = ({ source, start, end }: Span): Span => ({ source: plainSource(source), start, end });
  const edit = (one: Edit): Edit => ({ span: span(one.span), text: one.text });
  const fix = (one: Fix): Fix => ({ ...one, edits: one.edits.map(edit) });
  const related = (one: RelatedPlace): RelatedPlace => ({ span: span(one.span), message: one.message });
  return (one) => ({
    ...one,
    span: span(one.span),
    related: one.related.map(related),
    fixes: one.fixes.map(fix),
  });
}

function withoutTree(source: Source, plainSpan: (span: Span) => Span): Source {
  return source.includedBy === undefined ? source : { ...source, includedBy: plainSpan(source.includedBy) };
}
