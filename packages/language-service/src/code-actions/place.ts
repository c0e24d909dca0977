import type { Diagnostic as Finding, Line, Span } from "smtpd-conf";
import { lineAt } from "../line-at.ts";
import type { Snapshot } from "../snapshot.ts";
import { standsInFile } from "../stands-in.ts";

/** Where somebody asks what can be done. */
export interface Place {
  readonly snapshot: Snapshot;
  /** Offsets of the document, half open; the same for a cursor. */
  readonly start: number;
  readonly end: number;
  /** Whether somebody asked, and the editor does not only look for something to offer. */
  readonly isAsked: boolean;
  /** The statement that holds the whole range. */
  readonly line: Line | undefined;
  /** The findings that touch the range; the first of them where there are very many. */
  readonly findings: readonly Finding[];
}

export function placeAt(snapshot: Snapshot, start: number, end: number, isAsked: boolean): Place {
  const findings: Finding[] = [];
  for (const finding of snapshot.result.diagnostics) {
    const { span } = finding;
    if (span.start <= end && start <= span.end && standsInFile(snapshot, span)) findings.push(finding);
    if (findings.length === mostFindings) break;
  }
  const line = lineAt(snapshot, start);
  const isWithin = line !== undefined && start >= line.start && end <= line.end;
  return { snapshot, start, end, isAsked, line: isWithin ? line : undefined, findings };
}

/** Findings whose fixes anybody can look through: whoever selects more wants all fixed at once. */
const mostFindings = 100;

/** Whether a node of the statement at the place holds the whole range. */
export function isAround({ snapshot, start, end }: Place, node: Span): boolean {
  return node.source === snapshot.source && node.start <= start && end <= node.end;
}

/** Whether something is selected, or somebody asked with only a cursor there: what a cursor passes by is not offered. */
export function isMeant({ start, end, isAsked }: Place): boolean {
  return isAsked || start < end;
}
