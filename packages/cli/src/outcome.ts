import type { Diagnostic } from "smtpd-conf";
import { type ExitCode, exitCodes } from "./exit-codes.ts";
import { several } from "./formats/words.ts";
import { type FailOn, failOnNames } from "./options.ts";
import type { FileReport } from "./report.ts";

/** Gathers what came of the files of a run. */
export interface Outcome {
  readonly add: (report: FileReport) => void;
  readonly code: () => ExitCode;
  /** Why the exit status is 1, in a sentence, where options make it so and not what was found alone. */
  readonly reason: () => string | undefined;
}

/** What is allowed: errors are not, any number of warnings is, where nothing else is said. */
export interface OutcomeLimits {
  readonly failOn?: FailOn | undefined;
  readonly maxWarnings?: number | undefined;
}

/** The findings of a run by their severity, and the worst that befell a file. */
interface Gathered {
  readonly found: Record<Diagnostic["severity"], number>;
  worst: ExitCode;
}

export function openOutcome(limits: OutcomeLimits): Outcome {
  const gathered: Gathered = { found: { error: 0, warning: 0, info: 0, hint: 0 }, worst: exitCodes.accepted };
  const code = () => {
    if (gathered.worst !== exitCodes.accepted) return gathered.worst;
    return fails(gathered, limits) || hasTooMany(gathered, limits) ? exitCodes.refused : exitCodes.accepted;
  };
  return {
    add: (report) => add(report, gathered),
    code,
    reason: () => (gathered.worst === exitCodes.accepted ? reasonFor(gathered, limits) : undefined),
  };
}

function add(report: FileReport, gathered: Gathered): void {
  const code = codeOf(report);
  if (code > gathered.worst) gathered.worst = code;
  if (report.kind === "linted") for (const { severity } of report.diagnostics) gathered.found[severity]++;
}

/** What smtpd makes of a file, whatever rules find in it; or that it could not be read, or not be written. */
function codeOf(report: FileReport): ExitCode {
  if (report.kind === "unread" || report.fixing?.unwritten !== undefined) return exitCodes.unreadable;
  return report.verdict === "rejected" ? exitCodes.refused : exitCodes.accepted;
}

/** Whether there is a finding of the severity that counts, or of a worse one. */
function fails({ found }: Gathered, { failOn = "error" }: OutcomeLimits): boolean {
  const counting = failOnNames.slice(0, failOnNames.indexOf(failOn) + 1);
  return failOn !== "never" && counting.some((severity) => severity !== "never" && found[severity] > 0);
}

function hasTooMany({ found }: Gathered, { maxWarnings = Number.POSITIVE_INFINITY }: OutcomeLimits): boolean {
  return found.warning > maxWarnings;
}

function reasonFor(gathered: Gathered, limits: OutcomeLimits): string | undefined {
  const { found } = gathered;
  if (fails(gathered, limits))
    return found.error > 0 ? undefined : `The exit status is 1: --fail-on is "${limits.failOn}".`;
  if (!hasTooMany(gathered, limits)) return undefined;
  const allowed = limits.maxWarnings === 0 ? "none" : `only ${limits.maxWarnings}`;
  return `The exit status is 1: there ${isOrAre(found.warning)}, and --max-warnings allows ${allowed}.`;
}

function isOrAre(warnings: number): string {
  return `${warnings === 1 ? "is" : "are"} ${several(warnings, "warning")}`;
}
