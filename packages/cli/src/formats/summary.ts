import type { Diagnostic, Release } from "smtpd-conf";
import type { FileReport, SuppressedFinding } from "../report.ts";
import { createFixTally } from "./fix-tally.ts";
import type { Paint } from "./paint.ts";
import { visible } from "./visible.ts";
import { listed, several } from "./words.ts";

type Severity = Diagnostic["severity"];

/** Counts what was found, for one sentence about it, and another about what can be mended. */
export interface Tally {
  readonly add: (report: FileReport) => void;
  readonly sentence: () => string;
}

interface Counts {
  readonly found: Record<Severity, number>;
  readonly paths: string[];
  /** The releases that files were read for: settings can name one for each. */
  readonly targets: Set<Release>;
  /** Files that smtpd refuses, and those that there is something to say of. */
  refused: number;
  troubled: number;
  unread: number;
  /** Files that smtpd never sees as they are. */
  templates: number;
  /** Findings that are not shown, by what keeps them back. */
  readonly unshown: Record<SuppressedFinding["by"], number>;
}

export function createTally(paint: Paint): Tally {
  const counts: Counts = {
    found: { error: 0, warning: 0, info: 0, hint: 0 },
    paths: [],
    targets: new Set(),
    refused: 0,
    troubled: 0,
    unread: 0,
    templates: 0,
    unshown: { comment: 0, baseline: 0 },
  };
  const fixes = createFixTally();
  return {
    add: (report) => {
      count(counts, report);
      if (report.kind === "linted") fixes.add(report);
    },
    sentence: () => [sentenceFor(counts, paint), fixes.sentence()].filter((line) => line !== undefined).join("\n"),
  };
}

function count(counts: Counts, report: FileReport): void {
  if (report.kind === "unread") {
    counts.unread++;
    return;
  }
  counts.paths.push(report.path);
  counts.targets.add(report.target);
  if (report.verdict === "rejected") counts.refused++;
  if (report.template !== undefined) counts.templates++;
  if (report.diagnostics.length > 0) counts.troubled++;
  for (const { severity } of report.diagnostics) counts.found[severity]++;
  for (const { by } of report.suppressed) counts.unshown[by]++;
}

/** `2 errors and 1 warning in smtpd.conf: smtpd 7.9 refuses it.` */
function sentenceFor(counts: Counts, paint: Paint): string {
  const { paths, refused, unread, found } = counts;
  const parts: string[] = [];
  if (paths.length > 0) parts.push(`${findings(counts, paint)}${unshown(counts)}: ${judgement(counts)}.`);
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

/** ` (2 silenced, 1 in the baseline)` */
function unshown({ unshown: { comment, baseline } }: Counts): string {
  const parts = [comment > 0 ? `${comment} silenced` : "", baseline > 0 ? `${baseline} in the baseline` : ""];
  const words = parts.filter((part) => part !== "").join(", ");
  return words === "" ? "" : ` (${words})`;
}

/** Nobody knows whether smtpd accepts what is made of a template. */
function judgement(counts: Counts): string {
  const { paths, refused, templates } = counts;
  const smtpd = daemonOf(counts);
  const others = paths.length - templates;
  if (templates === 0 || (refused > 0 && others > 0)) return `${smtpd} ${verdict(counts)}`;
  const [they, are] = templates === 1 ? ["it", "is"] : ["they", "are"];
  if (refused > 0) return `${smtpd} ${verdict(counts)}, whatever ${they} ${are} filled in with`;
  if (others > 0) return `${smtpd} accepts ${others === 1 ? "the one" : `the ${others}`} besides templates`;
  const kind = templates === 1 ? "a template" : "templates";
  return `${they} ${are} ${kind}, and what ${smtpd} says depends on what ${they} ${are} filled in with`;
}

/** `smtpd 7.9`; without a release where files were read for several. */
function daemonOf({ targets }: Counts): string {
  const [target] = targets;
  return targets.size === 1 ? `smtpd ${target}` : "smtpd";
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
