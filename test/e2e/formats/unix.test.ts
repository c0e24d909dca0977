import { afterAll, beforeAll, expect, test } from "vitest";
import { prepareCommand, runCommand } from "../command.ts";
import { hostileFindings, pathOf } from "./findings.ts";
import { type HostileFolder, makeHostileFolder, misspelledTable, runOnHostile } from "./inputs.ts";

let hostile: HostileFolder;

beforeAll(() => {
  prepareCommand();
  hostile = makeHostileFolder();
});

afterAll(() => hostile.remove());

/** Vim's `%f:%l:%c: %m`, as its default `errorformat` has it. */
const quickfix = /^(.+?):(\d+):(\d+): (.+)$/;

test("is a line for each finding that an editor can jump to, for hostile names and texts too", () => {
  const lines = runOnHostile("unix", hostile).stdout.split("\n").slice(0, -1);
  const findings = hostileFindings(hostile);
  const places = findings.map(({ path, range: { start } }) => `${shown(pathOf(path))}:${start.line}:${start.column}:`);
  expect(lines.map((line, index) => line.startsWith(`${places[index]} `))).toEqual(findings.map(() => true));
  for (const line of lines) expect(line).toMatch(quickfix);
});

/** A name without what a terminal would obey. */
function shown(name: string): string {
  return name
    .replace(/[\0-\x1f]/g, (character) => String.fromCharCode(0x2400 + character.charCodeAt(0)))
    .replaceAll("\u2028", "<U+2028>");
}

test("ends with severity and code", () => {
  const { stdout } = runCommand(["--format", "unix", "--stdin-filename", "smtpd.conf", "-"], {
    input: misspelledTable,
  });
  expect(stdout).toBe('smtpd.conf:2:24: There is no table "alises". Did you mean "aliases"? [error/undefined-table]\n');
});

test("is empty where nothing is found", () => {
  const { stdout } = runCommand(["--format", "unix", "-"], { input: 'action "a" mbox\nmatch action "a"\n' });
  expect(stdout).toBe("");
});
