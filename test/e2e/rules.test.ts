import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checks, rules } from "smtpd-conf";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { prepareCommand, type Run, runCommand } from "./command.ts";

let folder: string;

beforeAll(() => {
  prepareCommand();
  folder = mkdtempSync(join(tmpdir(), "smtpd-lint-rules-"));
  writeFileSync(join(folder, "open-relay"), 'action "local" mbox\nmatch for local action "local"\n');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (...parameters: string[]): Run => runCommand(parameters, { cwd: folder });
const codes = (...parameters: string[]): string[] => {
  const { stdout } = run("rules", "--format", "json", ...parameters);
  return (JSON.parse(stdout) as { code: string }[]).map(({ code }) => code);
};

describe("rules", () => {
  test("lists all of them", () => expect(codes()).toEqual(rules.map(({ code }) => code)));
  test("or the checks", () => expect(codes("--checks")).toEqual(checks.map(({ code }) => code)));
  test("by words, all of which must be there", () => {
    const found = codes("relay", "TLS");
    expect(found).toContain("relay-opportunistic-tls");
    expect(found.length).toBeLessThan(codes("relay").length);
  });
  test("by category, severity and fix", () => {
    const wanted = rules.filter((rule) => rule.category === "type" && rule.severity === "error" && rule.fix);
    expect(wanted.length).toBeGreaterThan(3);
    expect(codes("--category", "type", "--severity", "error", "--fixable")).toEqual(wanted.map(({ code }) => code));
  });
  test("by set", () => {
    expect(codes("--rules", "recommended")).toEqual(rules.filter((rule) => rule.recommended).map(({ code }) => code));
  });
  test("by release", () => {
    expect(codes("--target", "6.8")).not.toContain("weak-tls-protocol");
    expect(codes("--target", "7.9")).toContain("weak-tls-protocol");
  });
  test("none is a word on standard error and exit status 1", () => {
    expect(run("rules", "nonsense")).toEqual({ status: 1, stdout: "", stderr: "smtpd-lint: There is no such rule.\n" });
    expect(run("rules", "nonsense", "--format", "json")).toMatchObject({ status: 1, stdout: "[]\n" });
  });
  test("a category that there is not", () => {
    const { status, stderr } = run("rules", "--category", "speed");
    expect(status).toBe(2);
    expect(stderr).toContain("dead-code");
  });
});

describe("explain CODE", () => {
  test("shows the page", () => {
    const { status, stdout } = run("explain", "open-relay");
    expect(status).toBe(0);
    expect(stdout).toMatch(/^open-relay {2}error, security, recommended\n\nA rule relays mail from anybody/);
    expect(stdout).not.toContain("```");
  });
  test.each([...checks, ...rules].map(({ code }) => code).filter((_, index) => index % 25 === 0))("of %s", (code) => {
    expect(run("explain", code)).toMatchObject({ status: 0, stderr: "" });
  });
  test("as JSON, with the page as it is", () => {
    const { stdout } = run("explain", "open-relay", "--format", "json");
    expect(JSON.parse(stdout)).toMatchObject({ code: "open-relay", page: expect.stringMatching(/^# open-relay\n/) });
  });
  test("a code that there is not", () => {
    const { status, stderr } = run("explain", "open-realy");
    expect(status).toBe(2);
    expect(stderr).toContain('There is neither a rule nor a file "open-realy".');
    expect(stderr).toContain('Did you mean "open-relay"?');
  });
});
