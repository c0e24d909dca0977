import type { Diagnostic } from "smtpd-conf";
import { expect, test } from "vitest";
import type { FileReport } from "../report.ts";
import { createTally } from "./summary.ts";

type Severity = Diagnostic["severity"];

/** A report on a file with findings of these severities. */
function report(path: string, ...severities: Severity[]): FileReport {
  const verdict = severities.includes("error") ? "rejected" : "accepted";
  return { kind: "linted", path, verdict, diagnostics: severities.map((severity) => ({ severity }) as Diagnostic) };
}

const unread: FileReport = { kind: "unread", path: "x", reason: "it is a directory" };

function sentenceFor(...reports: FileReport[]): string {
  const tally = createTally("7.9", (_ink, text) => text);
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
  ["No problems in \u241b[2J.conf: smtpd 7.9 accepts it.", [report("\x1b[2J.conf")]],
])("%s", (sentence, reports) => expect(sentenceFor(...reports)).toBe(sentence));
