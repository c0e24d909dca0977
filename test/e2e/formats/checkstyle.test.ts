import { afterAll, beforeAll, expect, test } from "vitest";
import { prepareCommand, runCommand } from "../command.ts";
import { hostileFindings, pathOf } from "./findings.ts";
import { type HostileFolder, makeHostileFolder, misspelledTable, runOnHostile } from "./inputs.ts";
import { faultsOf, readXml } from "./read-xml.ts";

let hostile: HostileFolder;

beforeAll(() => {
  prepareCommand();
  hostile = makeHostileFolder();
});

afterAll(() => hostile.remove());

test("has the form that Checkstyle writes, for hostile names and texts too", async () => {
  expect(await faultsOf(runOnHostile("checkstyle", hostile).stdout, "checkstyle.xsd")).toEqual([]);
});

test("another form is not taken for it", async () => {
  const severity =
    '<checkstyle version="4.3"><file name="a"><error severity="hint" message="" source=""/></file></checkstyle>';
  expect(await faultsOf(severity, "checkstyle.xsd")).not.toEqual([]);
});

test("has every finding in the file that it is in", () => {
  const files = readXml(runOnHostile("checkstyle", hostile).stdout).children;
  const errors = files.flatMap(({ attributes: { name }, children }) =>
    children.map(({ attributes: { line, column, severity, source } }) => [name, line, column, severity, source]),
  );
  const severities = { error: "error", warning: "warning", info: "info", hint: "info" } as const;
  const findings = hostileFindings(hostile).map(({ path, range: { start }, severity, code }) => [
    legal(pathOf(path)),
    String(start.line),
    String(start.column),
    severities[severity],
    `smtpd-lint.${code}`,
  ]);
  const unread = hostile.unreadable.map((path) => [path, undefined, undefined, "error", "smtpd-lint.unreadable-file"]);
  expect(errors.map(String).sort()).toEqual([...findings, ...unread].map(String).sort());
});

/** A name as XML can have it. */
function legal(name: string): string {
  return name.replaceAll("\u001b", "\u241b");
}

test("names a file without findings as well", () => {
  const { stdout } = runCommand(["--format", "checkstyle", "-"], { input: 'action "a" mbox\nmatch action "a"\n' });
  expect(readXml(stdout).children).toMatchObject([{ name: "file", attributes: { name: "<stdin>" }, children: [] }]);
});

test("has the message and the way out, with their quotes", () => {
  const { stdout } = runCommand(["--format", "checkstyle", "-"], { input: misspelledTable });
  expect(readXml(stdout).children[0]?.children[0]?.attributes["message"]).toBe(
    'There is no table "alises". Did you mean "aliases"?',
  );
});
