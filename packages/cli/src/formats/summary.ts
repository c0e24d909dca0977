import type { Diagnostic, Release } from "smtpd-conf";
import type { FileReport } from "../report.ts";
import type { Paint } from "./paint.ts";
import { visible } from "./visible.ts";
import { listed, several } from "./words.ts";

type Severity = Diagnostic["severity"];

/** Counts what was found, for one sentence about it. */
export interface Tally {
  readonly add: (report: FileReport) => void;
  readonly sentence: () => string;
}

interface Counts {
  readonly found: Record<Severity, number>;
  readonly paths: string[];
  /** Files that smtpd refuses, and those that there is something to say of. */
  refused: number;
  troubled: number;
  unread: number;
}

export function createTally(target: Release, paint: Paint): Tally {
  const counts: Counts = {
    found: { error: 0, warning: 0, info: 0, hint: 0 },
    paths: [],
    refused: 0,
    troubled: 0,
    unread: 0,
  };
  return {
    add: (report) => void count(counts, report),
    sentence: () => sentenceFor(counts, target, paint),
  };
}

function count(counts: Counts, report: FileReport): void {
  if (report.kind === "unread") {
    counts.unread++;
    return;
  }
  counts.paths.push(report.path);
  if (report.verdict === "rejected") counts.refused++;
  if (report.diagnostics.length > 0) counts.troubled++;
  for (const { severity } of report.diagnostics) counts.found[severity]++;
}

/** `2 errors and 1 warning in smtpd.conf: smtpd 7.9 refuses it.` */
function sentenceFor(counts: Counts, target: Release, paint: Paint): string {
  const { paths, refused, unread, found } = counts;
  const parts: string[] = [];
  if (paths.length > 0) parts.push(`${findings(counts, paint)}: smtpd ${target} ${verdict(counts)}.`);
  if (unread > 0) parts.push(paint("error", `${several(unread, "file")} could not be read.`));
  const sentence = parts.join(" ");
  return refused === 0 && unread === 0 && found.error === 0 ? paint("good", sentence) : sentence;
}

function findings({ found, paths, troubled }: Counts, paint: Paint): string {
  const [only] = paths;
  const files = paths.length === 1 && only !== undefined ? visible(only) : several(paths.length, "file");
  if (troubled === 0) return `No problems in ${files}`;
  const place = troubled < paths.length ? `${troubled} of ${files}` : files;
  const severities = Object.entries(found) as [Severity, number][];
  const numbers = severities.filter(([, number]) => number > 0);
  return `${listed(numbers.map(([severity, number]) => paint(severity, amount(number, severity))))} in ${place}`;
}

function verdict({ paths, refused }: Counts): string {
  if (paths.length === 1) return refused > 0 ? "refuses it" : "accepts it";
  if (refused === 0) return "accepts them";
  return refused === paths.length ? "refuses them" : `refuses ${refused}`;
}

function amount(number: number, severity: Severity): string {
  if (severity === "info") return `${number} info`;
  return several(number, severity);
}
