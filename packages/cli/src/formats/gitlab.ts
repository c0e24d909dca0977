import type { Diagnostic } from "smtpd-conf";
import type { Output } from "../output.ts";
import type { FileReport, Format } from "../report.ts";
import { adviceOf, unreadAdvice, unreadableCode } from "./advice.ts";
import { fingerprintOf, fingerprints, portablePath } from "./fingerprint.ts";
import { openPlaces, type Places } from "./places.ts";

/** An entry of a Code Quality report. */
interface Issue {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: "info" | "minor" | "major" | "critical" | "blocker";
  readonly location: { readonly path: string; readonly lines: { readonly begin: number; readonly end: number } };
}

/**
 * The Code Quality report of GitLab. A fingerprint stands for one entry there: a finding in a file that several others
 * include is written once.
 */
export function openGitlab(output: Output): Format {
  const written = new Set<string>();
  output.write("[");
  return {
    file: (report) => {
      for (const issue of issuesIn(report)) {
        if (written.has(issue.fingerprint)) continue;
        output.write(`${written.size > 0 ? "," : ""}\n${JSON.stringify(issue)}`);
        written.add(issue.fingerprint);
      }
    },
    end: () => output.write("\n]\n"),
  };
}

function issuesIn(report: FileReport): readonly Issue[] {
  if (report.kind === "unread") return [unreadIssue(report.path, report.reason)];
  const [places, known] = [openPlaces(report.root), fingerprints(report)];
  return report.diagnostics.map((diagnostic, index) => issueFor(diagnostic, known[index] ?? "", places));
}

function issueFor(diagnostic: Diagnostic, fingerprint: string, { pathOf, rangeOf }: Places): Issue {
  const { code, span } = diagnostic;
  const { start, end } = rangeOf(span);
  return {
    description: adviceOf(diagnostic),
    check_name: code,
    fingerprint,
    severity: severityOf(diagnostic),
    location: { path: pathOf(span.source), lines: { begin: start.line, end: end.line } },
  };
}

/** Worst is what smtpd refuses, since it will not start with it. */
function severityOf({ kind, severity }: Diagnostic): Issue["severity"] {
  if (kind === "check") return "blocker";
  return ({ error: "critical", warning: "major", info: "minor", hint: "info" } as const)[severity];
}

function unreadIssue(path: string, reason: string): Issue {
  const span = { source: { kind: "file", path, text: "", encoding: "utf8" }, start: 0, end: 0 } as const;
  return {
    description: unreadAdvice(reason),
    check_name: unreadableCode,
    fingerprint: fingerprintOf({ code: unreadableCode, span }, 0),
    severity: "blocker",
    location: { path: portablePath(path), lines: { begin: 1, end: 1 } },
  };
}
