import type { Diagnostic, Release } from "smtpd-conf";
import { expect, test } from "vitest";
import type { FileReport, LintedFile, SuppressedFinding } from "../report.ts";
import { createTally } from "./summary.ts";

type Severity = Diagnostic["severity"];

/** A report on a file with findings of these severities. */
function report(path: string, ...severities: Severity[]): LintedFile {
  const verdict = severities.includes("error") ? "rejected" : "accepted";
  const diagnostics = severities.map((severity) => ({ severity, fixes: [] as Diagnostic["fixes"] }) as Diagnostic);
  return { kind: "linted", path, target: "7.9", verdict, diagnostics, suppressed: [] };
}

/** The same report with findings that are not shown. */
function withUnshown(shown: LintedFile, ...by: SuppressedFinding["by"][]): LintedFile {
  return { ...shown, suppressed: by.map((one) => ({ diagnostic: {} as Diagnostic, by: one, reason: undefined })) };
}

function forRelease(target: Release, shown: LintedFile): LintedFile {
  return { ...shown, target };
}

function template(shown: LintedFile): LintedFile {
  return { ...shown, template: "jinja" };
}

const unread: FileReport = { kind: "unread", path: "x", reason: "it is a directory" };

function sentenceFor(...reports: FileReport[]): string {
  const tally = createTally((_ink, text) => text);
  for (const each of reports) tally.add(each);
  return tally.sentence();
}

test.each<[sentence: string, reports: FileReport[]]>([
  ["No problems in a.conf: smtpd 7.9 accepts it.", [report("a.conf")]],
  ["No problems in 2 files: smtpd 7.9 accepts them.", [report("a"), report("b")]],
  ["1 error in a.conf: smtpd 7.9 refuses it.", [report("a.conf", "error")]],
  ["2 errors and 1 warning in a: smtpd 7.9 refuses it.", [report("a", "error", "warning", "error")]],
  [
    "1 error, 2 warnings, 2 info and 1 hint in a: smtpd 7.9 refuses it.",
    [report("a", "hint", "warning", "info", "error", "info", "warning")],
  ],
  ["2 warnings in a: smtpd 7.9 accepts it.", [report("a", "warning", "warning")]],
  ["1 warning in 1 of 2 files: smtpd 7.9 accepts them.", [report("a"), report("b", "warning")]],
  ["2 errors in 2 files: smtpd 7.9 refuses them.", [report("a", "error"), report("b", "error")]],
  [
    "1 error and 1 warning in 2 of 3 files: smtpd 7.9 refuses 1.",
    [report("a"), report("b", "error"), report("c", "warning")],
  ],
  ["No problems in a: smtpd 7.9 accepts it. 2 files could not be read.", [unread, report("a"), unread]],
  ["1 file could not be read.", [unread]],
  ["No problems in 2 files: smtpd 7.4 accepts them.", [forRelease("7.4", report("a")), forRelease("7.4", report("b"))]],
  ["1 error in 1 of 2 files: smtpd refuses 1.", [forRelease("7.4", report("a")), report("b", "error")]],
  [
    "No problems in a: it is a template, and what smtpd 7.9 says depends on what it is filled in with.",
    [template(report("a"))],
  ],
  [
    "1 warning in 1 of 2 files: they are templates, and what smtpd 7.9 says depends on what they are filled in with.",
    [template(report("a")), template(report("b", "warning"))],
  ],
  ["1 error in a: smtpd 7.9 refuses it, whatever it is filled in with.", [template(report("a", "error"))]],
  ["No problems in 2 files: smtpd 7.9 accepts the one besides templates.", [template(report("a")), report("b")]],
  ["1 error in 1 of 2 files: smtpd 7.9 refuses 1.", [template(report("a", "error")), report("b")]],
  ["No problems in a (1 silenced): smtpd 7.9 accepts it.", [withUnshown(report("a"), "comment")]],
  [
    "1 warning in a (2 in the baseline): smtpd 7.9 accepts it.",
    [withUnshown(report("a", "warning"), "baseline", "baseline")],
  ],
  [
    "No problems in 2 files (2 silenced, 1 in the baseline): smtpd 7.9 accepts them.",
    [withUnshown(report("a"), "comment"), withUnshown(report("b"), "baseline", "comment")],
  ],
  ["No problems in \u241b[2J.conf: smtpd 7.9 accepts it.", [report("\x1b[2J.conf")]],
])("%s", (sentence, reports) => expect(sentenceFor(...reports)).toBe(sentence));
