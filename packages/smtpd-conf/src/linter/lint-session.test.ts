import { expect, test } from "vitest";
import { tableFilesOf } from "../model/testing.ts";
import type { LintInput } from "./lint-result.ts";
import { type LintSession, openLintSession } from "./lint-session.ts";

/** The codes of all that is found in a text that is what it was. */
function codesIn(session: LintSession, input: LintInput): readonly string[] {
  const steps = session.update(input, []).rest();
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value.diagnostics.map(({ code }) => code);
}

test("what the file of a table says is asked for each time", () => {
  const session = openLintSession();
  const text = "table t sqlite:/t\naction a mbox virtual <t>\nmatch for domain x action a\n";
  const codesWith = (file: string) =>
    codesIn(session, { path: "smtpd.conf", text, tableFiles: tableFilesOf({ "/t": file }) });
  expect(codesWith("dbpath /d\n")).toEqual(["table-program-service"]);
  expect(codesWith("dbpath /d\nquery_alias q\n")).toEqual([]);
  expect(codesWith("dbpath /d\n")).toEqual(["table-program-service"]);
});

test("other settings count from the beginning", () => {
  const session = openLintSession();
  const text = "table t { a }\naction a mbox\nmatch for local action a\n";
  const codesOf = (rules: LintInput["rules"]) => {
    const run = session.update({ path: "smtpd.conf", text, rules }, []);
    return (run.atOnce() ?? run.first()).diagnostics.map(({ code }) => code);
  };
  expect(codesIn(session, { path: "smtpd.conf", text })).toEqual(["unused-table"]);
  expect(codesOf({ preset: "none" })).toEqual([]);
});

test("a step that fails fails whenever it is asked for", () => {
  const broken = new Error("broken");
  const files = {
    forEachLine: () => {
      throw broken;
    },
  };
  const text = "table t sqlite:/t\naction a mbox virtual <t>\nmatch for domain x action a\n";
  const run = openLintSession().update({ path: "smtpd.conf", text, tableFiles: files });
  expect(run.first).toThrow(broken);
  expect(run.first).toThrow(broken);
});
