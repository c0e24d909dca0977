import type { Diagnostic, Fix, Source } from "smtpd-conf";
import { expect, test } from "vitest";
import type { Fixing, LintedFile } from "../report.ts";
import { createFixTally } from "./fix-tally.ts";

const source: Source = { kind: "file", path: "smtpd.conf", text: "", encoding: "utf8" };
const included: Source = { ...source, includedBy: { source, start: 0, end: 0 } };

/** A fix of one file or another. */
function fixOf(safe: boolean, file: Source = source): Fix {
  return { title: "", safe, edits: [{ span: { source: file, start: 0, end: 0 }, text: "" }] };
}

const [safe, suggested, elsewhere] = [fixOf(true), fixOf(false), fixOf(true, included)];

const untouched: Fixing = {
  suggested: false,
  how: "write",
  encoding: "utf8",
  before: "",
  after: "",
  fixed: 0,
  leftOut: 0,
  elsewhere: 0,
  unwritten: undefined,
  otherNames: 0,
};

/** A file with a finding for each of these lists of fixes. */
function linted(findings: readonly (readonly Fix[])[], fixing?: Partial<Fixing>): LintedFile {
  const diagnostics = findings.map((fixes) => ({ fixes }) as Diagnostic);
  const report = { kind: "linted", path: "smtpd.conf", target: "7.9", verdict: "accepted", suppressed: [] } as const;
  return { ...report, diagnostics, fixing: fixing && { ...untouched, ...fixing } };
}

function sentenceFor(...reports: LintedFile[]): string | undefined {
  const tally = createFixTally();
  for (const report of reports) tally.add(report);
  return tally.sentence();
}

test.each<[sentence: string | undefined, reports: readonly LintedFile[]]>([
  [undefined, [linted([])]],
  [undefined, [linted([[], [elsewhere]])]],
  ["1 can be fixed with --fix.", [linted([[safe], []])]],
  ["1 can be fixed with --fix-suggested.", [linted([[suggested, suggested]])]],
  [
    "2 can be fixed with --fix, 1 more with --fix-suggested.",
    [linted([[suggested, safe], [suggested]]), linted([[safe]])],
  ],
  ["0 fixed, none left.", [linted([], {})]],
  ["3 fixed, 2 left; 1 more with --fix-suggested.", [linted([[suggested], []], { fixed: 3 })]],
  ["3 fixed, 1 left.", [linted([[suggested]], { fixed: 3, suggested: true })]],
  [
    "3 would be fixed, none left.",
    [linted([], { fixed: 1, how: "dry-run" }), linted([], { fixed: 2, how: "dry-run" })],
  ],
  ["0 fixed, 1 left.", [linted([[safe]], { fixed: 1, unwritten: "it is read-only" })]],
  ["0 fixed, 1 left; 1 only in other files, which stay as they are.", [linted([[elsewhere]], { elsewhere: 1 })]],
  ["0 fixed, 1 left; 1 not, since other findings would come of it.", [linted([[safe]], { leftOut: 1 })]],
])("%s", (sentence, reports) => expect(sentenceFor(...reports)).toBe(sentence));
