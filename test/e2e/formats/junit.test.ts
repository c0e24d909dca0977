import { afterAll, beforeAll, expect, test } from "vitest";
import { prepareCommand, runCommand } from "../command.ts";
import { hostileFindings, pathOf } from "./findings.ts";
import { type HostileFolder, makeHostileFolder, runOnHostile } from "./inputs.ts";
import { faultsOf, readXml, type XmlElement } from "./read-xml.ts";

let hostile: HostileFolder;

beforeAll(() => {
  prepareCommand();
  hostile = makeHostileFolder();
});

afterAll(() => hostile.remove());

test("has the form that Jenkins reads, for hostile names and texts too", async () => {
  expect(await faultsOf(runOnHostile("junit", hostile).stdout, "junit.xsd")).toEqual([]);
});

test("another form is not taken for it", async () => {
  expect(await faultsOf('<testsuites><testsuite name="a"/></testsuites>', "junit.xsd")).not.toEqual([]);
});

test("is a failed test for each finding, with all that there is to say", () => {
  const cases = testsIn(runOnHostile("junit", hostile).stdout);
  const failures = cases.filter(({ children }) => children[0]?.name === "failure");
  const findings = hostileFindings(hostile);
  expect(failures.map(({ attributes }) => attributes["name"])).toEqual(
    findings.map(({ code, range: { start } }) => `${start.line}:${start.column} ${code}`),
  );
  expect(failures.map(({ children }) => children[0]?.attributes["type"])).toEqual(findings.map((one) => one.severity));
  for (const [index, { children }] of failures.entries()) {
    expect(children[0]?.text).toContain(`[${findings[index]?.code}]`);
  }
});

function testsIn(output: string): readonly XmlElement[] {
  return readXml(output).children.flatMap(({ children }) => children);
}

test("names suites after the files, and tests after the file that the finding is in", () => {
  const suites = readXml(runOnHostile("junit", hostile).stdout).children;
  expect(suites.map(({ attributes }) => attributes["name"])).toEqual(
    [...hostile.names, ...hostile.unreadable].map(legal),
  );
  const classes = suites.flatMap(({ children }) => children.map(({ attributes }) => attributes["classname"]));
  expect(new Set(classes)).toEqual(
    new Set(
      [...hostile.names, ...hostile.unreadable, ...hostileFindings(hostile).map(({ path }) => pathOf(path))].map(legal),
    ),
  );
});

/** A name as XML can have it. */
function legal(name: string): string {
  return name.replaceAll("\u001b", "\u241b");
}

test("counts what is in a suite", () => {
  for (const { attributes, children } of readXml(runOnHostile("junit", hostile).stdout).children) {
    const kinds = children.map((one) => one.children[0]?.name);
    expect(attributes).toMatchObject({
      tests: `${children.length}`,
      failures: `${kinds.filter((kind) => kind === "failure").length}`,
      errors: `${kinds.filter((kind) => kind === "error").length}`,
    });
  }
});

test("a file without findings is a test that passes, one that cannot be read an error", () => {
  const { stdout } = runCommand(["--format", "junit", "-", "nowhere.conf"], {
    input: 'action "a" mbox\nmatch action "a"\n',
  });
  expect(stdout).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="smtpd-lint">
<testsuite name="&lt;stdin&gt;" tests="1" failures="0" errors="0">
  <testcase name="smtpd 7.9" classname="&lt;stdin&gt;"/>
</testsuite>
<testsuite name="nowhere.conf" tests="1" failures="0" errors="1">
  <testcase name="unreadable-file" classname="nowhere.conf">
    <error message="The file could not be checked: there is no such file." type="error"/>
  </testcase>
</testsuite>
</testsuites>
`);
});
