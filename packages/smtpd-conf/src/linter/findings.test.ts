import { describe, expect, test } from "vitest";
import type { Source } from "../parser/source.ts";
import { type Check, defineCheck } from "./check.ts";
import { collectFindings, type Findings } from "./findings.ts";

const check = defineCheck({ code: "wrong", summary: "", create: () => ({}) });
const other = defineCheck({ code: "other", summary: "", create: () => ({}) });

/** Reports as many lines of a file; those of a table are parts. */
function addLines(findings: Findings, by: Check, count: number, path = "/f", inTable = true): void {
  for (let line = 1; line <= count; line++) {
    const part = { line, offset: 10 * line };
    const source: Source = { kind: "file", path, text: "wrong", encoding: "utf8", ...(inTable ? { part } : {}) };
    findings.add(by, { span: { source, start: 0, end: 5 }, message: `${line} is wrong.` });
  }
}

function messagesOf(findings: Findings): string[] {
  return findings.list().map(({ message }) => message);
}

describe("of the file of a table", () => {
  test.each([
    [20, 20, "20 is wrong."],
    [21, 21, "21 is wrong."],
    [22, 21, "This and 1 more place of the file have the same fault as those before them."],
    [1000, 21, "This and 979 more places of the file have the same fault as those before them."],
  ])("%i findings become %i, the last of them %j", (count, shown, last) => {
    const findings = collectFindings();
    addLines(findings, check, count);
    expect(messagesOf(findings)).toHaveLength(shown);
    expect(messagesOf(findings).at(-1)).toBe(last);
  });

  test("the same lines count once, however often the table is used", () => {
    const findings = collectFindings();
    for (let use = 0; use < 3; use++) addLines(findings, check, 30);
    expect(messagesOf(findings)).toHaveLength(21);
    expect(messagesOf(findings).at(-1)).toMatch(/^This and 9 more/);
  });

  test("each check and each file counts by itself", () => {
    const findings = collectFindings();
    addLines(findings, check, 20);
    addLines(findings, other, 20);
    addLines(findings, check, 20, "/g");
    expect(messagesOf(findings)).toHaveLength(60);
  });
});

test("of the configuration, all are kept", () => {
  const findings = collectFindings();
  addLines(findings, check, 100, "smtpd.conf", false);
  expect(messagesOf(findings)).toHaveLength(100);
});
