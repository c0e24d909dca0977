import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { prepareCommand, type Run, type RunOptions, runCommand } from "./command.ts";
import { misspelledTable } from "./formats/inputs.ts";

let folder: string;

beforeAll(() => {
  prepareCommand();
  folder = mkdtempSync(join(tmpdir(), "smtpd-lint-output-"));
});

beforeEach(() => {
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, "smtpd.conf"), refused);
  writeFileSync(join(folder, "good.conf"), 'action "a" mbox\nmatch for local action "a"\n');
});

afterAll(() => rmSync(folder, { recursive: true }));

const refused = 'match for local action "x"\n';

function run(parameters: readonly string[], options: RunOptions = {}): Run {
  return runCommand(parameters, { cwd: folder, ...options });
}

function read(name: string): string {
  return readFileSync(join(folder, name), "utf8");
}

describe("--output-file", () => {
  test("has the findings, and standard output the sentence about them", () => {
    expect(run(["--format", "unix", "-o", "report", "smtpd.conf"])).toEqual({
      status: 1,
      stdout: "1 error in smtpd.conf: smtpd 7.9 refuses it.\n",
      stderr: "",
    });
    expect(read("report")).toBe(run(["--format", "unix", "smtpd.conf"]).stdout);
  });

  test.each(["text", "json", "sarif", "github", "gitlab", "junit", "checkstyle", "unix"])(
    "has all that standard output would have as %s",
    (format) => {
      run(["--format", format, "--output-file", "report", "smtpd.conf", "good.conf"]);
      expect(read("report")).toBe(run(["--format", format, "smtpd.conf", "good.conf"]).stdout);
    },
  );

  test("leaves nothing to say with --quiet", () => {
    expect(run(["-q", "-o", "report", "smtpd.conf"])).toEqual({ status: 1, stdout: "", stderr: "" });
  });

  test("makes the folders that it is in", () => {
    run(["--format", "junit", "-o", "reports/mail/junit.xml", "smtpd.conf"]);
    expect(read("reports/mail/junit.xml")).toContain("undefined-action");
  });

  test("replaces a report that is there, and leaves nothing else behind", () => {
    writeFileSync(join(folder, "report"), "old\n".repeat(1000));
    run(["-n", "-o", "report", "good.conf"]);
    expect(read("report")).toBe("");
    expect(readdirSync(folder).sort()).toEqual(["good.conf", "report", "smtpd.conf"]);
  });

  test("is not coloured, unless somebody asks for that", () => {
    run(["-o", "report", "smtpd.conf"], { environment: { FORCE_COLOR: "1" } });
    expect(read("report")).not.toContain("\x1b");
    run(["--color", "always", "-o", "report", "smtpd.conf"]);
    expect(read("report")).toContain("\x1b");
  });

  test("goes with -n and its word on standard error", () => {
    expect(run(["-n", "-o", "report", "good.conf"])).toEqual({ status: 0, stdout: "", stderr: "configuration OK\n" });
  });
});

test("with --fix of standard input, the fixed text alone is on standard output", () => {
  const fixed = run(["--fix", "-o", "report", "-"], { input: misspelledTable });
  expect(fixed.stdout).toBe(run(["--fix", "-q", "-o", "report", "-"], { input: misspelledTable }).stdout);
  expect(fixed.stdout.startsWith("table aliases")).toBe(true);
  expect(fixed.stderr).toContain("<stdin>");
});

describe("a report that cannot be written", () => {
  test.each([
    ["in a folder that is a file", "good.conf/report", "its folder cannot be made"],
    ["over a folder", ".", "it is a directory"],
  ])("%s is an error", (_, report, reason) => {
    const { status, stderr } = run(["-o", report, "smtpd.conf"]);
    expect([status, stderr]).toEqual([3, `smtpd-lint: ${report}: the report was not written: ${reason}.\n`]);
  });

  test.each([
    ["the file that is checked", ["-o", "smtpd.conf", "smtpd.conf"]],
    ["the one that is checked where none is named", ["-o", "smtpd.conf"]],
    ["one of several, by another name", ["-o", "./link", "good.conf", "smtpd.conf"]],
  ])("since it would replace %s", (_, parameters) => {
    symlinkSync("smtpd.conf", join(folder, "link"));
    const { status, stdout, stderr } = run(parameters);
    const message = `smtpd-lint: ${parameters[1]}: the report would replace a file that is to be checked.\n`;
    expect([status, stdout, stderr]).toEqual([2, "", message]);
    expect(read("smtpd.conf")).toBe(refused);
  });

  test("is not begun where the command line makes no sense", () => {
    expect(run(["-o", "report", "--nope"]).status).toBe(2);
    expect(existsSync(join(folder, "report"))).toBe(false);
  });
});
