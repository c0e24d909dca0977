import { type LintResult, lint, releases } from "smtpd-conf";
import { describe, expect, test } from "vitest";
import { filesOf, hasCorpus, readPublic } from "./corpus/public-configurations.ts";

describe.skipIf(!hasCorpus)("configurations of releases before 6.4", () => {
  test.each(filesOf("legacy"))("%s gets one finding that says so", (path) => {
    for (const target of releases) {
      const { verdict, diagnostics } = lintFile(path, target);
      expect(verdict).toBe("rejected");
      expect(diagnostics.map(({ code }) => code)).toEqual(["legacy-grammar"]);
      expect(diagnostics[0]?.message).toContain("before 6.4");
    }
  });
});

describe.skipIf(!hasCorpus)("filters of the drafts of 2018", () => {
  const files = filesOf("preview").map((path) => [path, readPublic(path)] as const);
  const drafts = files.filter(([, text]) => /^(filter smtp|report )|^filter \S+ builtin /m.test(text));

  test("are there", () => expect(drafts.length).toBeGreaterThan(5));

  test.each(drafts)("%s gets a finding for each line of an old form, where it stands", (path, text) => {
    const old = text.split("\n").flatMap((line, index) => (isDraft(line) ? [index + 1] : []));
    const found = lintFile(path).diagnostics.filter(({ code }) => code === "legacy-filter-builtin");
    expect(found.map(({ span }) => text.slice(0, span.start).split("\n").length)).toEqual(old);
  });

  test.each(files)("%s is read to its end", (path) => {
    const { verdict, diagnostics } = lintFile(path);
    expect(verdict === "rejected").toBe(diagnostics.some(({ kind }) => kind === "check"));
  });
});

test("a rule of the old language among new ones gets a finding of its own", () => {
  const text =
    'expire 4d\naction "a" mbox\nmatch for local action "a"\naccept for any relay\nmatch sender "x" reject\n';
  const { diagnostics } = lint({ path: "smtpd.conf", text });
  expect(diagnostics.map(({ code }) => code)).toEqual([
    "legacy-global-option",
    "legacy-grammar",
    "legacy-recipient-sender-words",
  ]);
});

function lintFile(path: string, target?: LintResult["target"]): LintResult {
  return lint({ path, text: readPublic(path), target });
}

function isDraft(line: string): boolean {
  return /^(filter smtp|report )|^filter \S+ builtin /.test(line);
}
