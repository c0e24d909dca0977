import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkout, prepareCommand, type Run, type RunOptions, runCommand } from "./command.ts";

const examples = join(checkout, "test/examples/graph");

const files: Readonly<Record<string, string>> = {
  "open.conf": "listen on $iface\naction out relay\nmatch from any for any action out\n",
  "table.conf":
    "table nets file:/etc/nets\nlisten on em0\naction out relay\nmatch from src <nets> for any action out\n",
  "bad.conf": 'match for local action "local"\n',
};

let folder: string;

beforeAll(() => {
  prepareCommand();
  folder = mkdtempSync(join(tmpdir(), "smtpd-lint-graph-"));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(parameters: readonly string[], options: RunOptions = {}): Run {
  return runCommand(["graph", ...parameters], { cwd: folder, ...options });
}

describe("the example", () => {
  test.each([
    ["mermaid", "mmd"],
    ["dot", "dot"],
    ["svg", "svg"],
  ])("as %s", async (format, extension) => {
    const { status, stdout, stderr } = run(["--format", format, "smtpd.conf"], { cwd: examples });
    expect([status, stderr]).toEqual([0, ""]);
    await expect(stdout).toMatchFileSnapshot(join(examples, `smtpd.${extension}`));
  });

  test("mermaid is what is drawn where nothing is said", () => {
    const { stdout } = run(["smtpd.conf"], { cwd: examples });
    expect(stdout).toBe(readFileSync(join(examples, "smtpd.mmd"), "utf8"));
  });
});

describe("the graph", () => {
  test("depends on macros, and on the release that its title names", () => {
    const open = run(["open.conf", "-D", "iface=em0", "--target", "7.4"]);
    expect(open.stdout).toContain('title: "open.conf, as smtpd 7.4 reads it"\n');
    expect(open.stdout).toContain("  l1 ==> r1\n");
    expect(run(["open.conf", "-D", "iface=lo0"]).stdout).toContain("  l1 --> r1\n");
  });

  test("may be open where tables are not known", () => {
    expect(run(["table.conf"]).stdout).toContain("strangers may relay");
  });

  test("can go into a file", () => {
    const { status, stdout, stderr } = run(["open.conf", "-D", "iface=lo0", "--format", "svg", "-o", "mail.svg"]);
    expect([status, stdout, stderr]).toEqual([0, "", ""]);
    expect(readFileSync(join(folder, "mail.svg"), "utf8")).toBe(
      run(["open.conf", "-D", "iface=lo0", "--format", "svg"]).stdout,
    );
  });

  test("is of a file from standard input", () => {
    const { status, stdout } = run(["-"], { input: "action a mbox\nmatch action a\n" });
    expect(status).toBe(0);
    expect(stdout).toContain('title: "<stdin>, as smtpd 7.9 reads it"\n');
  });
});

describe("the command line", () => {
  test("help fits a terminal and has examples", () => {
    const { status, stdout, stderr } = run(["--help"]);
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("Usage: smtpd-lint graph [options] <file>\n");
    expect(stdout.replace(/\s+/g, " ")).toContain('(choices: "mermaid", "dot", "svg", default: "mermaid")');
    expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(100);
    expect(runCommand(["--help"]).stdout).toContain("\n  graph [options] <file>");
  });

  test("a configuration that smtpd refuses is shown as such", () => {
    const { status, stdout } = run(["bad.conf", "--format", "svg"]);
    expect(status).toBe(1);
    expect(stdout).toBe(runCommand(["bad.conf"], { cwd: folder }).stdout);
  });

  test("a file that cannot be read is told", () => {
    const message = "smtpd-lint: nowhere.conf: there is no such file.\n";
    expect(run(["nowhere.conf"])).toEqual({ status: 3, stdout: "", stderr: message });
  });

  test("a file that cannot be written is told", () => {
    const { status, stdout, stderr } = run(["table.conf", "-o", "no/such/folder.svg"]);
    expect([status, stdout]).toEqual([3, ""]);
    expect(stderr).toBe("smtpd-lint: no/such/folder.svg: not written: its folder does not exist.\n");
  });

  test.each([
    [["table.conf", "--format", "png"], /^smtpd-lint: Option "--format <format>" argument "png" is invalid\./],
    [[], /^smtpd-lint: Missing required argument "file"\./],
  ])("%j makes no sense", (parameters, message) => {
    const { status, stdout, stderr } = run(parameters);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(message);
  });
});
