import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { checkout, prepareCommand, type Run, runCommand } from "./command.ts";

const schema = JSON.parse(readFileSync(join(checkout, "packages/cli/schema/baseline.schema.json"), "utf8"));
const validate = new Ajv2020({ strict: true, allErrors: true }).compile(schema);

const scratch = mkdtempSync(join(tmpdir(), "smtpd-lint-baseline-"));
let folder: string;
let number = 0;

const rest = 'action "local" mbox\nmatch for local action "local"\n';
const known = `table t { x }\n${rest}`;
const [accepted, refused, usage, unreadable] = [0, 1, 2, 3];

beforeAll(prepareCommand);

beforeEach(() => {
  folder = join(scratch, String(number++));
  write("smtpd.conf", known);
});

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

function write(name: string, text: string): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
}

function run(...parameters: string[]): Run {
  return runCommand(parameters, { cwd: folder });
}

/** Runs with the baseline `known.json`. */
function runWith(...parameters: string[]): Run {
  return run("--baseline", "known.json", ...parameters);
}

function update(...parameters: string[]): Run {
  return runWith("--update-baseline", ...parameters);
}

function baseline(): { readonly files: Readonly<Record<string, readonly { readonly code: string }[]>> } {
  return JSON.parse(readFileSync(join(folder, "known.json"), "utf8"));
}

/** The tables that are reported. */
function tablesIn({ stdout }: Run): readonly string[] {
  return [...stdout.matchAll(/Nothing refers to the table "(\w+)"/g)].map(([, name = ""]) => name);
}

describe("a baseline", () => {
  test("is made of what is found", () => {
    expect(update()).toEqual({
      status: accepted,
      stdout: "No problems in smtpd.conf (1 in the baseline): smtpd 7.9 accepts it.\n",
      stderr: "smtpd-lint: known.json: 1 finding.\n",
    });
    expect(validate(baseline()), JSON.stringify(validate.errors)).toBe(true);
    expect(baseline().files["smtpd.conf"]?.map(({ code }) => code)).toEqual(["unused-table"]);
  });

  test("hides what it knows, wherever that has moved", () => {
    update();
    write("smtpd.conf", `# A comment.\n\n${rest}  table t   { x }\n`);
    expect(runWith("--max-warnings", "0")).toEqual({
      status: accepted,
      stdout: "No problems in smtpd.conf (1 in the baseline): smtpd 7.9 accepts it.\n",
      stderr: "",
    });
  });

  test("does not hide what is new", () => {
    update();
    write("smtpd.conf", `table u { x }\n${known}`);
    const result = runWith("--max-warnings", "0");
    expect(tablesIn(result)).toEqual(["u"]);
    expect(result.status).toBe(refused);
  });

  test("knows how many there are of one kind", () => {
    write("smtpd.conf", `listen on 0.0.0.0 hostname mail\n${rest}`);
    update();
    write("smtpd.conf", `listen on 0.0.0.0 hostname mail\nlisten on 0.0.0.0 hostname mail\n${rest}`);
    expect(runWith("--rules", "none", "--enable", "hostname-not-fqdn").stdout).toContain(
      "1 warning in smtpd.conf (1 in",
    );
  });

  test("says in one line what is gone", () => {
    write("smtpd.conf", `table u { x }\n${known}`);
    update();
    write("smtpd.conf", known);
    expect(runWith().stderr).toBe("smtpd-lint: known.json: 1 finding of it is gone. --update-baseline removes it.\n");
    write("smtpd.conf", rest);
    expect(runWith().stderr).toBe(
      "smtpd-lint: known.json: 2 findings of it are gone. --update-baseline removes them.\n",
    );
    expect(runWith("-q")).toEqual({ status: accepted, stdout: "", stderr: "" });
  });

  test("says nothing of rules that do not run", () => {
    update();
    write("smtpd.conf", rest);
    expect(runWith("--disable", "unused-table").stderr).toBe("");
    expect(runWith("-n").stderr).toBe("configuration OK\n");
  });

  test("is brought up to date", () => {
    update();
    write("smtpd.conf", `table u { x }\ntable v { x }\n${rest}`);
    expect(update().stderr).toBe("smtpd-lint: known.json: 2 findings, 2 of them new, 1 gone.\n");
    expect(tablesIn(runWith())).toEqual([]);
    const text = readFileSync(join(folder, "known.json"), "utf8");
    expect(update().stderr).toBe("smtpd-lint: known.json: 2 findings.\n");
    expect(readFileSync(join(folder, "known.json"), "utf8")).toBe(text);
  });

  test("can be named from anywhere", () => {
    update();
    const file = join(folder, "known.json");
    const { stdout } = runCommand(["--baseline", file, join(folder, "smtpd.conf")], { cwd: tmpdir() });
    expect(stdout).toContain("(1 in the baseline)");
  });

  test("keeps what it has of files that are not checked, as long as they are there", () => {
    for (const name of ["a.conf", "b.conf", "sub/c.conf"]) write(name, known);
    update("a.conf", "b.conf", "sub/c.conf");
    expect(Object.keys(baseline().files)).toEqual(["a.conf", "b.conf", "sub/c.conf"]);
    rmSync(join(folder, "b.conf"));
    expect(runWith("a.conf").stderr).toBe(
      "smtpd-lint: known.json: 1 finding of it is gone. --update-baseline removes it.\n",
    );
    update("a.conf");
    expect(Object.keys(baseline().files)).toEqual(["a.conf", "sub/c.conf"]);
  });

  test("knows what stands in included files by the file that includes them", () => {
    write("common.conf", "table u { x }\n");
    write("smtpd.conf", `include "common.conf"\n${known}`);
    update();
    const codes = baseline().files["smtpd.conf"]?.map(({ code }) => code);
    expect(codes?.filter((code) => code === "unused-table")).toHaveLength(2);
    expect(tablesIn(runWith())).toEqual([]);
  });

  test("leaves out what smtpd refuses", () => {
    write("smtpd.conf", "match for local action nowhere\n");
    const { status, stdout } = update();
    expect(status).toBe(refused);
    expect(stdout).toContain("[undefined-action]");
    expect(baseline().files).toEqual({});
    expect(runWith().status).toBe(refused);
  });

  test("keeps its advice where smtpd refuses the file", () => {
    update();
    write("smtpd.conf", `${known}nonsense\n`);
    expect(runWith().stderr).toBe("");
    update();
    expect(baseline().files["smtpd.conf"]).toHaveLength(1);
  });

  test("keeps its mode", () => {
    update();
    chmodSync(join(folder, "known.json"), 0o640);
    write("smtpd.conf", rest);
    update();
    expect(statSync(join(folder, "known.json")).mode & 0o777).toBe(0o640);
  });
});

describe("a baseline that cannot be used", () => {
  test("is missing", () => {
    expect(runWith()).toEqual({
      status: unreadable,
      stdout: "",
      stderr: "smtpd-lint: known.json: there is no such file. --update-baseline creates it.\n",
    });
  });

  test("is broken, and stays as it is", () => {
    write("known.json", '{\n  "version": 1,\n  "files": {\n');
    const expected = {
      status: unreadable,
      stdout: "",
      stderr: "smtpd-lint: known.json:4:1: A closing brace is expected here.\n",
    };
    expect(runWith()).toEqual(expected);
    expect(update()).toEqual(expected);
  });

  test("cannot be written", () => {
    const { status, stderr } = run("--baseline", "nowhere/known.json", "--update-baseline");
    expect(stderr).toBe("smtpd-lint: nowhere/known.json: the baseline was not written: its folder does not exist.\n");
    expect(status).toBe(unreadable);
  });

  test("has no name", () => {
    const { status, stderr } = run("--update-baseline");
    expect(stderr).toBe("smtpd-lint: --update-baseline wants to know the file: name it with --baseline.\n");
    expect(status).toBe(usage);
  });

  test("has no rules to be made with", () => {
    const { status, stderr } = update("-n");
    expect(stderr).toContain("-n runs no rules, so there is nothing that --update-baseline could write.");
    expect(status).toBe(usage);
  });
});

describe("comments in the configuration", () => {
  test("silence a rule, and are counted", () => {
    write("smtpd.conf", `# smtpd-lint: disable-next-line unused-table -- for later\n${known}`);
    const stdout = "No problems in smtpd.conf (1 silenced): smtpd 7.9 accepts it.\n";
    expect(run("--max-warnings", "0")).toEqual({ status: accepted, stdout, stderr: "" });
  });

  test("are reported where they silence nothing", () => {
    write("smtpd.conf", `# smtpd-lint: disable-next-line unused-table\n${rest}`);
    expect(run().stdout).toContain("[unused-suppression]");
    expect(run("--disable", "unused-table").stdout).not.toContain("[unused-suppression]");
    expect(run("-n").stderr).toBe("configuration OK\n");
  });
});

describe("the exit status", () => {
  test("is 1 for more warnings than are allowed, and says so", () => {
    expect(run("--max-warnings", "1").status).toBe(accepted);
    const { status, stderr } = run("--max-warnings", "0");
    expect(stderr).toBe("smtpd-lint: The exit status is 1: there is 1 warning, and --max-warnings allows none.\n");
    expect(status).toBe(refused);
  });

  test("is 1 for what --fail-on names", () => {
    expect(run("--fail-on", "warning").status).toBe(refused);
    expect(run("--fail-on", "error").status).toBe(accepted);
    expect(run("--fail-on", "never").status).toBe(accepted);
    write("smtpd.conf", "nonsense\n");
    expect(run("--fail-on", "never").status).toBe(refused);
  });

  test.each([
    [["--fail-on", "fatal"], "Allowed choices are error, warning, info, hint, never."],
    [["--max-warnings", "-1"], "It wants a number, such as 0."],
    [["--max-warnings", "many"], "It wants a number, such as 0."],
  ])("is 2 for %j", (parameters, sentence) => {
    const { status, stderr } = run(...parameters);
    expect(stderr).toContain(sentence);
    expect(status).toBe(usage);
  });

  test("follows the settings of the project", () => {
    write(".smtpd-lintrc.json", '{ "maxWarnings": 0, "baseline": "known.json" }');
    expect(run().stderr).toContain("known.json: there is no such file.");
    expect(run("--update-baseline").status).toBe(accepted);
    expect(run().status).toBe(accepted);
    write("smtpd.conf", `table u { x }\n${known}`);
    expect(run().status).toBe(refused);
    expect(run("--max-warnings", "1").status).toBe(accepted);
  });
});
