import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { prepareCommand, type Run, type RunOptions, runCommand } from "./command.ts";

const isRoot = process.getuid?.() === 0;

/** Accepted by all releases; `unused-table` warns of line 1. */
const unused = 'table t { "a" }\naction "a" mbox\nmatch for local action "a"\n';
/** Refused from 7.9 on, and accepted before. */
const old = 'smtp limit max-rcpt 50\naction "a" mbox\nmatch for local action "a"\n';

const files: Readonly<Record<string, string>> = {
  "plain/smtpd.conf": unused,
  "project/.smtpd-lintrc.json": JSON.stringify({
    rules: { "unused-table": "error" },
    overrides: [
      { files: ["hosts/old/**"], target: "7.4" },
      { files: ["hosts/quiet/*"], preset: "none" },
    ],
  }),
  "project/smtpd.conf": unused,
  "project/hosts/old/smtpd.conf": old,
  "project/hosts/new/smtpd.conf": old,
  "project/hosts/quiet/smtpd.conf": unused,
  "project/own/.smtpd-lintrc.json": "{}",
  "project/own/deep/er/smtpd.conf": unused,
  "project/pack/package.json": '{"name": "x", "dependencies": {"smtpd-lint": "1"}}',
  "project/pack/smtpd.conf": unused,
  "package/package.json": '{"name": "x", "smtpd-lint": {"rules": {"unused-table": "hint"}}}',
  "package/smtpd.conf": unused,
  "named.json": '{"rules": {"unused-table": "info"}}',
  "empty.json": "",
  "image/.smtpd-lintrc.json": JSON.stringify({
    target: "7.4",
    root: "tree",
    define: { domains: "file:/etc/mail/domains" },
  }),
  "image/smtpd.conf":
    'table d $domains\naction "a" relay\nsmtp limit max-rcpt 50\nlisten on 0.0.0.0\nmatch from any for domain <d> action "a"\n',
  "image/tree/etc/mail/domains": "example.org\n",
  "run/.smtpd-lintrc.json": '{"failOn": "warning"}',
  "run/smtpd.conf": unused,
  "wrong/.smtpd-lintrc.json": '{\n  "presett": "all",\n  "rules": { "unused-tabel": 1 }\n}\n',
  "wrong/smtpd.conf": unused,
  "wrong2/package.json": '{\n  "smtpd-lint": []\n}\n',
  "wrong2/smtpd.conf": unused,
  "broken/package.json": '{"smtpd-lint": {"preset": "x" "y": 1}}',
  "broken/smtpd.conf": unused,
  "dir/.smtpd-lintrc.json/x": "",
  "dir/smtpd.conf": unused,
  "closed/.smtpd-lintrc.json": "{}",
  "closed/smtpd.conf": unused,
  "search/a b/smtpd.conf": unused,
  "search/é {x}/[y]/mx.smtpd.conf": unused,
  "search/old/smtpd.conf": unused,
  "search/closed/smtpd.conf": unused,
  "nothing/readme.txt": "",
};

let folder = "";

beforeAll(() => {
  prepareCommand();
  folder = mkdtempSync(join(tmpdir(), "smtpd-lint-settings-"));
  chmodSync(folder, 0o755);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
});

afterAll(() => rmSync(folder, { recursive: true }));

function run(parameters: readonly string[], { cwd = ".", ...options }: RunOptions = {}): Run {
  return runCommand(parameters, { cwd: join(folder, cwd), ...options });
}

/** What a run says of each file: its severities, or `refused`. */
function said(parameters: readonly string[], options: RunOptions = {}): Readonly<Record<string, string>> {
  const { stdout, stderr } = run(["--format", "json", ...parameters], options);
  expect(stderr).toBe("");
  const { files } = JSON.parse(stdout) as {
    files: { path: string; verdict: string; diagnostics: { severity: string }[] }[];
  };
  return Object.fromEntries(
    files.map(({ path, verdict, diagnostics }) => {
      const severities = diagnostics.map(({ severity }) => severity).join(" ");
      return [path, verdict === "rejected" ? "refused" : severities];
    }),
  );
}

describe("settings are found", () => {
  test.each<[string, string]>([
    ["plain/smtpd.conf", "warning"],
    ["project/smtpd.conf", "error"],
    ["project/own/deep/er/smtpd.conf", "warning"],
    ["project/pack/smtpd.conf", "error"],
    ["package/smtpd.conf", "hint"],
    ["project/hosts/old/smtpd.conf", ""],
    ["project/hosts/new/smtpd.conf", "refused"],
    ["project/hosts/quiet/smtpd.conf", ""],
    ["dir/../project/hosts/../smtpd.conf", "error"],
  ])("for %s", (file, severities) => expect(said([file])).toEqual({ [file]: severities }));

  test("from the folder of the file, not from the working directory", () => {
    expect(said(["../plain/smtpd.conf", "smtpd.conf"], { cwd: "project" })).toEqual({
      "../plain/smtpd.conf": "warning",
      "smtpd.conf": "error",
    });
    expect(said([], { cwd: "project" })).toEqual({ "smtpd.conf": "error" });
  });

  test("for standard input by its name, else by the working directory", () => {
    expect(said(["-"], { cwd: "project", input: unused })).toEqual({ "<stdin>": "error" });
    const name = "project/hosts/quiet/new.conf";
    expect(said(["--stdin-filename", name, "-"], { input: unused })).toEqual({ [name]: "" });
  });

  test("or named, or left out", () => {
    const file = "project/smtpd.conf";
    expect(said(["--config", "named.json", file])).toEqual({ [file]: "info" });
    expect(said(["--config", "package/package.json", file])).toEqual({ [file]: "hint" });
    expect(said(["--no-config", file])).toEqual({ [file]: "warning" });
  });

  test("and the command line goes before them", () => {
    const file = "project/hosts/old/smtpd.conf";
    expect(said(["--target", "7.9", file])).toEqual({ [file]: "refused" });
    expect(said(["--rules", "none", "project/smtpd.conf"])).toEqual({ "project/smtpd.conf": "" });
    expect(said(["--disable", "unused-table", "project/smtpd.conf"])).toEqual({ "project/smtpd.conf": "" });
    expect(run(["-n", "project/smtpd.conf"])).toEqual({ status: 0, stdout: "", stderr: "configuration OK\n" });
  });
});

describe("settings of the run", () => {
  test("are those of the working directory", () => {
    expect(run(["smtpd.conf"], { cwd: "run" }).status).toBe(1);
    expect(run(["--fail-on", "error", "smtpd.conf"], { cwd: "run" }).status).toBe(0);
    expect(run(["../run/smtpd.conf"], { cwd: "plain" }).status).toBe(0);
  });
});

describe("release, root and macros hold for the other commands, too", () => {
  test("match", () => {
    const asked = ["match", "smtpd.conf", "--src", "203.0.113.9", "--rcpt-to", "a@example.org"];
    expect(run(asked, { cwd: "image" })).toMatchObject({ status: 0, stdout: expect.stringContaining("rule 1") });
    expect(run([...asked, "--no-config"], { cwd: "image" }).status).toBe(1);
    expect(run([...asked, "--target", "7.9"], { cwd: "image" }).status).toBe(1);
  });

  test.each(["print", "graph", "explain"])("%s", (command) => {
    expect(run([command, "image/smtpd.conf"])).toMatchObject({ status: 0, stderr: "" });
    expect(run([command, "--no-config", "image/smtpd.conf"]).status).toBe(1);
    expect(run([command, "wrong/smtpd.conf"]).status).toBe(2);
  });

  test("relay", () => {
    expect(run(["relay", "image/smtpd.conf"])).toMatchObject({ status: 0, stderr: "" });
    expect(run(["relay", "--config", "wrong/.smtpd-lintrc.json", "image/smtpd.conf"]).status).toBe(2);
  });
});

describe("mistakes in settings are said, all at once", () => {
  test.each<[string, readonly string[], readonly string[]]>([
    [
      "in a settings file",
      ["wrong/smtpd.conf"],
      [
        'wrong/.smtpd-lintrc.json:2:3: There is no setting "presett". Did you mean "preset"?',
        'wrong/.smtpd-lintrc.json:3:14: There is no rule "unused-tabel". Did you mean "unused-table"?',
      ],
    ],
    [
      "in several",
      ["wrong/smtpd.conf", "wrong2/smtpd.conf", "plain/smtpd.conf"],
      [
        'wrong/.smtpd-lintrc.json:2:3: There is no setting "presett". Did you mean "preset"?',
        'wrong/.smtpd-lintrc.json:3:14: There is no rule "unused-tabel". Did you mean "unused-table"?',
        "wrong2/package.json:2:17: A list is not an object in braces.",
      ],
    ],
    [
      "in one that is named",
      ["--config", "empty.json", "plain/smtpd.conf"],
      ["empty.json:1:1: The file is empty: write {} at least."],
    ],
    [
      "a file that is not there",
      ["--config", "nosuch.json", "plain/smtpd.conf"],
      ["nosuch.json: there is no such file."],
    ],
    [
      "no settings in it",
      ["--config", "project/pack/package.json", "plain/smtpd.conf"],
      ["project/pack/package.json: it has no settings for smtpd-lint."],
    ],
    ["in a package.json that is none", ["broken/smtpd.conf"], ["broken/package.json:1:31: A comma is expected here."]],
    ["a folder", ["dir/smtpd.conf"], ["dir/.smtpd-lintrc.json: it is a directory."]],
  ])("%s", (_, parameters, sentences) => {
    const stderr = sentences.map((sentence) => `smtpd-lint: ${sentence}\n`).join("");
    expect(run(parameters)).toEqual({ status: 2, stdout: "", stderr });
  });

  test("also of one that may not be read", () => {
    chmodSync(join(folder, "closed/.smtpd-lintrc.json"), 0o000);
    const stderr = "smtpd-lint: closed/.smtpd-lintrc.json: permission denied.\n";
    expect(run(["closed/smtpd.conf"], isRoot ? { user: 65534 } : {})).toEqual({ status: 2, stdout: "", stderr });
  });
});

describe("folders and globs", () => {
  test("mean the files in them", () => {
    expect(said(["search/a b", "search/é {x}", "plain"])).toEqual({
      "search/a b/smtpd.conf": "warning",
      "search/é {x}/[y]/mx.smtpd.conf": "warning",
      "plain/smtpd.conf": "warning",
    });
    expect(said(["project/hosts/{old,quiet}/*.conf"])).toEqual({
      "project/hosts/old/smtpd.conf": "",
      "project/hosts/quiet/smtpd.conf": "",
    });
    expect(said(["--ignore", "new", "--ignore", "quiet/", "project/hosts"])).toEqual({
      "project/hosts/old/smtpd.conf": "",
    });
  });

  test("each file has the settings that count for it", () => {
    expect(said(["project"])).toEqual({
      "project/hosts/new/smtpd.conf": "refused",
      "project/hosts/old/smtpd.conf": "",
      "project/hosts/quiet/smtpd.conf": "",
      "project/own/deep/er/smtpd.conf": "warning",
      "project/pack/smtpd.conf": "error",
      "project/smtpd.conf": "error",
    });
  });

  test("may hold files that take all memory", () => {
    mkdirSync(join(folder, "huge"));
    writeFileSync(join(folder, "huge/smtpd.conf"), "table t { a }\n".repeat(1_000_000));
    const { status, stderr } = run(["huge"], { environment: { NODE_OPTIONS: "--max-old-space-size=128" } });
    expect({ status, stderr }).toEqual({
      status: 3,
      stderr: expect.stringMatching(/^smtpd-lint: The input is too large: .*\n$/),
    });
    rmSync(join(folder, "huge"), { recursive: true });
  });

  test("that mean nothing are a mistake", () => {
    const { status, stdout, stderr } = run(["nothing", "*.nosuch", "plain"]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toMatch(
      /^smtpd-lint: There is no smtpd\.conf in "nothing".*\nsmtpd-lint: No file matches "\*\.nosuch"\.\n$/,
    );
  });

  test("and what is neither is a file that is not there", () => {
    const { status, stderr } = run(["-q", "plain/smtpd.conf", "plain/smtpd.conf/x", "nosuch", "x".repeat(300)]);
    expect(status).toBe(3);
    expect(stderr).toContain(
      "smtpd-lint: plain/smtpd.conf/x: there is no such file.\nsmtpd-lint: nosuch: there is no such file.\n",
    );
    expect(stderr).not.toContain("bug");
  });

  test("that cannot be read are said", () => {
    chmodSync(join(folder, "search/closed"), 0o000);
    const { status, stderr } = run(["search", "-q"], isRoot ? { user: 65534 } : {});
    expect({ status, stderr }).toEqual({ status: 3, stderr: "smtpd-lint: search/closed: permission denied.\n" });
    chmodSync(join(folder, "search/closed"), 0o755);
  });
});

describe("--print-config", () => {
  test("shows what counts for a file, and what says so", () => {
    const { status, stdout } = run(["--print-config", "image/smtpd.conf", "--enable", "secret-in-config", "-D", "a=b"]);
    expect(status).toBe(0);
    const from = "image/.smtpd-lintrc.json";
    expect(JSON.parse(stdout)).toMatchObject({
      file: "image/smtpd.conf",
      target: "7.4",
      root: join(folder, "image/tree"),
      define: { domains: "file:/etc/mail/domains", a: "b" },
      preset: "recommended",
      rules: { "open-relay": "error", "secret-in-config": "warning" },
      from: { target: from, root: from, define: "the command line", "rules.secret-in-config": "the command line" },
    });
  });

  test("shows overrides and options", () => {
    const settings = {
      rules: { "short-ttl": ["hint", { minutes: 5 }] },
      overrides: [{ files: ["*"], preset: "strict" }],
    };
    writeFileSync(join(folder, "shown.json"), JSON.stringify(settings));
    const { stdout } = run(["--config", "shown.json", "--print-config", "nosuch.conf"]);
    expect(JSON.parse(stdout)).toMatchObject({
      preset: "strict",
      from: { preset: "shown.json: overrides[0]", "rules.short-ttl": "shown.json" },
    });
    expect(JSON.parse(stdout).rules).toHaveProperty("short-ttl", ["hint", { minutes: 5 }]);
    expect(run(["--print-config", "wrong/smtpd.conf"]).status).toBe(2);
  });
});

describe("--init", () => {
  test("writes settings that change nothing, and never writes over any", () => {
    const cwd = "plain";
    const before = run(["smtpd.conf"], { cwd });
    expect(run(["--init"], { cwd })).toMatchObject({ status: 0, stderr: "" });
    const path = join(folder, "plain/.smtpd-lintrc.json");
    const written = readFileSync(path, "utf8");
    expect(run(["smtpd.conf"], { cwd })).toEqual(before);
    expect(run(["--init"], { cwd })).toEqual({
      status: 2,
      stdout: "",
      stderr: "smtpd-lint: There is a .smtpd-lintrc.json already: it is left as it is.\n",
    });
    expect(readFileSync(path, "utf8")).toBe(written);
    rmSync(path);
  });

  test("says where it cannot write", () => {
    mkdirSync(join(folder, "sealed"), { mode: 0o555 });
    const stderr = "smtpd-lint: .smtpd-lintrc.json cannot be written: permission denied.\n";
    expect(run(["--init"], { cwd: "sealed", ...(isRoot ? { user: 65534 } : {}) })).toEqual({
      status: 2,
      stdout: "",
      stderr,
    });
    expect(existsSync(join(folder, "sealed/.smtpd-lintrc.json"))).toBe(false);
  });

  test("what is commented out is right, too", () => {
    expect(run(["--init"], { cwd: "nothing" }).status).toBe(0);
    const path = join(folder, "nothing/.smtpd-lintrc.json");
    const text = readFileSync(path, "utf8").replace(/^( *)\/\/ (?=["{])/gm, "$1");
    expect(text).not.toBe(readFileSync(path, "utf8"));
    mkdirSync(join(folder, "nothing/hosts/mx1"), { recursive: true });
    writeFileSync(path, text);
    expect(run(["--print-config", "hosts/mx1/x"], { cwd: "nothing" })).toMatchObject({ status: 0, stderr: "" });
  });
});
