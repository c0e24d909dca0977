import type { Span } from "smtpd-conf";
import type { Snapshot } from "./snapshot.ts";

/** Whether a finding stands in the document. Those of a template stand in its own text, not in the one that was parsed. */
export function standsInDocument({ source, template }: Snapshot, span: Span): boolean {
  if (span.source === source) return true;
  return template !== undefined && span.source.path === source.path && span.source.kind === "file";
}
