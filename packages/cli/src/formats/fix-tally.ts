import { type Diagnostic, isInNamedFile } from "smtpd-conf";
import type { Fixing, LintedFile } from "../report.ts";

/** Counts what was fixed and what could be, for one sentence about it. */
export interface FixTally {
  readonly add: (report: LintedFile) => void;
  /** Undefined where there is nothing to say. */
  readonly sentence: () => string | undefined;
}

interface Counts {
  fixing: Fixing | undefined;
  fixed: number;
  left: number;
  leftOut: number;
  elsewhere: number;
  /** Findings with a fix that is safe, and with none but suggested ones. */
  safe: number;
  suggested: number;
}

export function createFixTally(): FixTally {
  const counts: Counts = { fixing: undefined, fixed: 0, left: 0, leftOut: 0, elsewhere: 0, safe: 0, suggested: 0 };
  return {
    add: (report) => add(counts, report),
    sentence: () => (counts.fixing === undefined ? offer(counts) : account(counts, counts.fixing)),
  };
}

function add(counts: Counts, { diagnostics, fixing }: LintedFile): void {
  for (const diagnostic of diagnostics) {
    const kind = fixable(diagnostic);
    if (kind !== undefined) counts[kind]++;
  }
  counts.left += diagnostics.length;
  if (fixing === undefined) return;
  counts.fixing = fixing;
  counts.fixed += fixing.unwritten === undefined ? fixing.fixed : 0;
  counts.leftOut += fixing.leftOut;
  counts.elsewhere += fixing.elsewhere;
}

/** Only the file that was named is ever changed. */
function fixable({ fixes }: Diagnostic): "safe" | "suggested" | undefined {
  const own = fixes.filter(({ edits }) => edits.every(({ span }) => isInNamedFile(span)));
  if (own.length === 0) return undefined;
  return own.some(({ safe }) => safe) ? "safe" : "suggested";
}

/** `2 can be fixed with --fix, 1 more with --fix-suggested.` */
function offer({ safe, suggested }: Counts): string | undefined {
  if (safe === 0 && suggested === 0) return undefined;
  if (safe === 0) return `${suggested} can be fixed with --fix-suggested.`;
  return `${safe} can be fixed with --fix${suggested === 0 ? "" : `, ${suggested} more with --fix-suggested`}.`;
}

/** `3 fixed, 2 left; 1 more with --fix-suggested.` */
function account({ fixed, left, leftOut, elsewhere, suggested }: Counts, fixing: Fixing): string {
  const done = fixing.how === "write" ? "fixed" : "would be fixed";
  const more = [
    fixing.suggested || suggested === 0 ? "" : `${suggested} more with --fix-suggested`,
    elsewhere === 0 ? "" : `${elsewhere} only in other files, which stay as they are`,
    leftOut === 0 ? "" : `${leftOut} not, since other findings would come of it`,
  ];
  return `${[`${fixed} ${done}, ${left === 0 ? "none" : left} left`, ...more.filter((part) => part !== "")].join("; ")}.`;
}
