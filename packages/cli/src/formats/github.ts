import type { Diagnostic } from "smtpd-conf";
import type { Output } from "../output.ts";
import type { Format } from "../report.ts";
import { adviceOf, unreadAdvice } from "./advice.ts";
import { portablePath } from "./fingerprint.ts";
import { openPlaces, type Places, type Range } from "./places.ts";

/**
 * Workflow commands of GitHub Actions: each finding is shown at its line of a pull request. GitHub shows ten errors, ten
 * warnings and ten notices of a step, and leaves out the others.
 */
export function openGithub(output: Output): Format {
  return {
    file: (report) => {
      if (report.kind === "unread") {
        const properties = { title: "smtpd-lint", file: portablePath(report.path) };
        output.write(workflowCommand("error", properties, unreadAdvice(report.reason)));
        return;
      }
      const places = openPlaces(report.root);
      for (const diagnostic of report.diagnostics) output.write(commandFor(diagnostic, places));
    },
    end: () => {},
  };
}

const levels = { error: "error", warning: "warning", info: "notice", hint: "notice" } as const;

function commandFor(diagnostic: Diagnostic, { pathOf, rangeOf }: Places): string {
  const { span, severity, code } = diagnostic;
  const properties = { title: `smtpd-lint: ${code}`, file: pathOf(span.source), ...lines(rangeOf(span)) };
  return workflowCommand(levels[severity], properties, adviceOf(diagnostic));
}

/** GitHub takes columns only where all is on one line. */
function lines({ start, end }: Range): Readonly<Record<string, number>> {
  if (start.line !== end.line) return { line: start.line, endLine: end.line };
  return { line: start.line, endLine: end.line, col: start.column, endColumn: end.column };
}

function workflowCommand(name: string, properties: Readonly<Record<string, string | number>>, message: string): string {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${name} ${list.join(",")}::${escapeMessage(message)}\n`;
}

function escapeMessage(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeMessage(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
