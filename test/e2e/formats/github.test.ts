import { error, notice, warning } from "@actions/core";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { prepareCommand, runCommand } from "../command.ts";
import { hostileFindings, type JsonFinding, pathOf } from "./findings.ts";
import { type HostileFolder, makeHostileFolder, misspelledTable, runOnHostile } from "./inputs.ts";

let hostile: HostileFolder;

beforeAll(() => {
  prepareCommand();
  hostile = makeHostileFolder();
});

afterAll(() => hostile.remove());

/** Only a newline ends a line, as for the runner of GitHub. */
function linesOf(output: string): string[] {
  return output.split("\n").slice(0, -1);
}

/** What GitHub's own library writes for a finding, with the message that we have for it. */
function writtenByGithub(finding: JsonFinding, message: string): string {
  const { code, severity, path, range } = finding;
  const oneLine = range.start.line === range.end.line;
  const levels = { error, warning, info: notice, hint: notice };
  const write = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  levels[severity](message, {
    title: `smtpd-lint: ${code}`,
    file: pathOf(path),
    startLine: range.start.line,
    endLine: range.end.line,
    ...(oneLine ? { startColumn: range.start.column, endColumn: range.end.column } : {}),
  });
  const [text] = write.mock.calls[0] ?? [];
  write.mockRestore();
  return String(text).trimEnd();
}

test("is what GitHub's own library writes, for hostile names and texts too", () => {
  const findings = hostileFindings(hostile);
  const lines = linesOf(runOnHostile("github", hostile).stdout).slice(0, -hostile.unreadable.length);
  expect(findings.length).toBeGreaterThan(30);
  expect(lines).toEqual(findings.map((finding, index) => writtenByGithub(finding, messageOf(lines[index] ?? ""))));
});

/** The message of a command as the runner reads it: no more is escaped in it than these three. */
function messageOf(line: string): string {
  const escaped = line.slice(line.indexOf("::", 2) + 2);
  return escaped.replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%25", "%");
}

test("has the message and the way out", () => {
  const { stdout } = runCommand(["--format", "github", "--stdin-filename", "mail/smtpd.conf", "-"], {
    input: misspelledTable,
  });
  expect(stdout).toBe(
    "::error title=smtpd-lint%3A undefined-table,file=mail/smtpd.conf,line=2,endLine=2,col=24,endColumn=30" +
      '::There is no table "alises". Did you mean "aliases"?\n',
  );
});

test("has no columns where a finding goes over several lines: GitHub would drop it", () => {
  const lines = linesOf(runOnHostile("github", hostile).stdout);
  const several = lines.filter((line) => /line=(\d+),endLine=(?!\1\b)/.test(line));
  expect(several.length).toBeGreaterThan(0);
  for (const line of several) expect(line).not.toMatch(/col=|endColumn=/);
});

test("nothing that is quoted begins a command of its own", () => {
  const lines = linesOf(runOnHostile("github", hostile).stdout);
  for (const line of lines) expect(line).toMatch(/^::(error|warning|notice) title=smtpd-lint/);
});

test("a file that cannot be read is an error", () => {
  const { stdout } = runCommand(["--format", "github", "no,where.conf"], { cwd: hostile.path });
  expect(stdout).toBe(
    "::error title=smtpd-lint,file=no%2Cwhere.conf::The file could not be checked: there is no such file.\n",
  );
});

test("is empty where nothing is found", () => {
  const input = 'action "a" mbox\nmatch for local action "a"\n';
  expect(runCommand(["--format", "github", "-"], { input })).toMatchObject({ status: 0, stdout: "", stderr: "" });
});
