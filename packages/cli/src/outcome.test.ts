import type { Diagnostic } from "smtpd-conf";
import { describe, expect, test } from "vitest";
import { type OutcomeLimits, openOutcome } from "./outcome.ts";
import type { FileReport, LintedFile } from "./report.ts";

type Severity = Diagnostic["severity"];

function linted(...severities: Severity[]): LintedFile {
  const diagnostics = severities.map((severity) => ({ severity }) as Diagnostic);
  return { kind: "linted", path: "a", target: "7.9", verdict: "accepted", diagnostics, suppressed: [] };
}

const refused: FileReport = { ...linted("error"), verdict: "rejected" };
const unread: FileReport = { kind: "unread", path: "a", reason: "it is a directory" };

function outcomeOf(limits: OutcomeLimits, reports: readonly FileReport[]) {
  const outcome = openOutcome(limits);
  for (const report of reports) outcome.add(report);
  return { code: outcome.code(), reason: outcome.reason() };
}

describe("the exit status is", () => {
  test.each<[code: number, what: string, limits: OutcomeLimits, reports: FileReport[]]>([
    [0, "for nothing", {}, [linted()]],
    [0, "for advice", {}, [linted("warning", "info", "hint")]],
    [1, "for an error", {}, [linted("error")]],
    [1, "for what smtpd refuses", {}, [linted("warning"), refused]],
    [3, "for a file that cannot be read", {}, [refused, unread, linted()]],
    [0, "for an error that never counts", { failOn: "never" }, [linted("error")]],
    [1, "for what smtpd refuses, whatever counts", { failOn: "never" }, [refused]],
    [1, "for a warning that counts", { failOn: "warning" }, [linted("warning")]],
    [1, "for an error where warnings count", { failOn: "warning" }, [linted("error")]],
    [0, "for an info where warnings count", { failOn: "warning" }, [linted("info")]],
    [1, "for a hint where hints count", { failOn: "hint" }, [linted(), linted("hint")]],
    [0, "for as many warnings as are allowed", { maxWarnings: 2 }, [linted("warning"), linted("warning", "info")]],
    [1, "for one more", { maxWarnings: 2 }, [linted("warning"), linted("warning", "warning")]],
    [0, "for other advice where no warnings are allowed", { maxWarnings: 0 }, [linted("info", "hint")]],
    [1, "for warnings even where nothing else counts", { failOn: "never", maxWarnings: 0 }, [linted("warning")]],
  ])("%i %s", (code, _what, limits, reports) => expect(outcomeOf(limits, reports).code).toBe(code));
});

describe("says why", () => {
  test.each<[reason: string | undefined, limits: OutcomeLimits, reports: FileReport[]]>([
    [undefined, {}, [linted("error")]],
    [undefined, { maxWarnings: 0 }, [refused, linted("warning")]],
    [undefined, { failOn: "warning" }, [linted("warning", "error")]],
    ['The exit status is 1: --fail-on is "info".', { failOn: "info" }, [linted("warning")]],
    [
      "The exit status is 1: there is 1 warning, and --max-warnings allows none.",
      { maxWarnings: 0 },
      [linted("warning")],
    ],
    [
      "The exit status is 1: there are 3 warnings, and --max-warnings allows only 2.",
      { maxWarnings: 2 },
      [linted("warning", "warning"), linted("warning")],
    ],
  ])("%s", (reason, limits, reports) => expect(outcomeOf(limits, reports).reason).toBe(reason));
});
