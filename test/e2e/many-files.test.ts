import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { prepareCommand, type Run, runCommand } from "./command.ts";

/** Enough text for several threads: some 200 files of some 8 kB. */
const count = 200;
let folder: string;
const names = Array.from({ length: count }, (_, number) => `host${String(number).padStart(3, "0")}/smtpd.conf`);

beforeAll(() => {
  prepareCommand();
  folder = mkdtempSync(join(tmpdir(), "smtpd-lint-many-"));
  names.forEach((name, number) => {
    mkdirSync(join(folder, dirname(name)), { recursive: true });
    writeFileSync(join(folder, name), textOf(number));
  });
  writeFileSync(join(folder, "shared.conf"), "queue ttl 1w\n");
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Each seventh file has an unused table, each eleventh an error in a file that it includes. */
function textOf(number: number): string {
  const padding = Array.from({ length: 100 }, (_, line) => `# ${"padding ".repeat(9)}${line}\n`).join("");
  const unused = number % 7 === 0 ? `table unused${number} { a }\n` : "";
  const include = number % 11 === 0 ? 'include "shared.conf"\n' : "";
  return `${padding}${unused}${include}action "local" mbox\nmatch for local action "local"\n`;
}

function run(...parameters: string[]): Run {
  return runCommand(parameters, { cwd: folder });
}

/** The same run in the main thread alone. */
function runAlone(...parameters: string[]): Run {
  return runCommand(parameters, { cwd: folder, environment: { SMTPD_LINT_APART: "1" } });
}

describe("several threads", () => {
  test.each(["text", "json", "unix", "sarif"])("say what one says, in the same order: %s", (format) => {
    const found = run("--format", format, ...names);
    expect(found).toEqual(runAlone("--format", format, ...names));
    expect(found.status).toBe(1);
    expect(found.stdout).toContain("unused189");
  });

  test("the verdict of each file is its own", () => {
    const { files } = JSON.parse(run("--format", "json", ...names).stdout) as {
      files: { path: string; verdict: string }[];
    };
    expect(files.map(({ path }) => path)).toEqual(names);
    expect(files.map(({ verdict }) => verdict)).toEqual(
      names.map((_, number) => (number % 11 ? "accepted" : "rejected")),
    );
  });

  test("a file that cannot be read is said in its place, and the rest is checked", () => {
    const some = [...names.slice(0, 100), "nowhere.conf", ...names.slice(100)];
    const found = run("--format", "json", ...some);
    expect(found.status).toBe(3);
    expect(found.stderr).toBe("smtpd-lint: nowhere.conf: there is no such file.\n");
    const { files } = JSON.parse(found.stdout) as { files: { path: string; error?: string }[] };
    expect(files[100]).toMatchObject({ path: "nowhere.conf", error: "there is no such file" });
    expect(files).toHaveLength(count + 1);
  });

  test("a folder is the same as its files", () => {
    expect(run("--quiet", ".")).toEqual(run("--quiet", ...names));
  });

  test("what goes to a reader that goes away is dropped without a word", () => {
    const { stderr } = runCommand(["--format", "unix", ...names], { cwd: folder, stdio: ["ignore", "ignore", "pipe"] });
    expect(stderr).toBe("");
  });
});
