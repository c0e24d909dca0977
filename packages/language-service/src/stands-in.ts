import type { Span } from "smtpd-conf";
import type { Snapshot } from "./snapshot.ts";

/**
 * Whether a place stands in the document as the snapshot has it, and not in the same file where it is included once more.
 * The findings of a template stand in its own text, not in the one that was parsed.
 */
export function standsInDocument(snapshot: Snapshot, span: Span): boolean {
  return span.source === snapshot.source || (snapshot.template !== undefined && standsInFile(snapshot, span));
}

/** Whether a place stands in the file that the document is, whichever of its `include` lines it came by. */
export function standsInFile({ source }: Snapshot, { source: { kind, path, part } }: Pick<Span, "source">): boolean {
  return kind === source.kind && path === source.path && part === undefined;
}
