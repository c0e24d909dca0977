import { closeSync, mkdirSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkout, prepareCommand, type Run, type RunOptions, runCommand } from "./command.ts";

const schema = JSON.parse(readFileSync(join(checkout, "packages/cli/schema/print.schema.json"), "utf8"));
const validate = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true }).compile(schema);

const examples = join(checkout, "test/examples/print");

const files: Readonly<Record<string, string>> = {
  "macro.conf": 'listen on $iface\naction "out" relay\nmatch for any action "out"\n',
  "table.conf":
    "table nets file:/etc/nets\nlisten on em0\naction out relay\nmatch from src <nets> for any action out\n",
  "bad.conf": 'match for local action "local"\n',
  "odd.conf": 'table t { "end\\\\\n", "\\"it\'s\\"", "#", "" }\naction a mbox\nmatch for domain <t> action a\n',
  "tree/etc/nets": "192.0.2.0/24\n198.51.100.0/24\n",
};

let folder: string;

beforeAll(() => {
  prepareCommand();
  folder = mkdtempSync(join(tmpdir(), "smtpd-lint-print-"));
  mkdirSync(join(folder, "tree/etc"), { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(parameters: readonly string[], options: RunOptions = {}): Run {
  return runCommand(parameters, { cwd: folder, ...options });
}

/** The output for programs, which fits its schema. */
function dataFor(parameters: readonly string[], options: RunOptions = {}): PrintedData {
  const { status, stdout, stderr } = run(["print", "--format", "json", ...parameters], options);
  expect([status, stderr]).toEqual([0, ""]);
  const data = JSON.parse(stdout) as unknown;
  if (!validate(data)) throw new Error(JSON.stringify(validate.errors, null, 2));
  return data as PrintedData;
}

/** What is looked at below. */
interface PrintedData {
  readonly tables: readonly { readonly entries: unknown }[];
}

function withoutComments(text: string): string {
  return text.replace(/^#.*\n/gm, "").replace(/^\n+/gm, "");
}

describe("the example", () => {
  test("as text", async () => {
    const { status, stdout, stderr } = runCommand(["print", "smtpd.conf"], { cwd: examples });
    expect([status, stderr]).toEqual([0, ""]);
    await expect(stdout).toMatchFileSnapshot(join(examples, "smtpd.out"));
  });

  test("as data", async () => {
    const data = dataFor(["smtpd.conf"], { cwd: examples });
    await expect(`${JSON.stringify(data, null, 2)}\n`).toMatchFileSnapshot(join(examples, "smtpd.json.out"));
  });

  test("as text for an older release", async () => {
    const { stdout } = runCommand(["print", "--target", "6.8", "--hostname", "mx.example.org", "smtpd.conf"], {
      cwd: examples,
    });
    await expect(stdout).toMatchFileSnapshot(join(examples, "smtpd.6.8.out"));
  });
});

describe("all examples that smtpd takes", () => {
  const folders = ["test/examples", "test/examples/relay", "test/examples/match", "test/examples/print"];
  const names = folders.flatMap((one) => readdirSync(join(checkout, one)).map((name) => join(one, name)));

  test.each(names.filter((name) => name.endsWith(".conf")))("%s", (name) => {
    const first = runCommand(["print", name.slice(name.lastIndexOf("/") + 1)], {
      cwd: join(checkout, name, ".."),
    });
    expect(first.stderr).toBe("");
    if (first.status !== 0) return expect(first.stdout).toContain(": error: ");
    const second = run(["print", "-"], { input: first.stdout });
    expect(second.status).toBe(0);
    expect(withoutComments(second.stdout)).toBe(withoutComments(first.stdout));
    dataFor(["-"], { input: first.stdout });
  });
});

describe("what is printed", () => {
  test("has the values of macros from the command line", () => {
    const { stdout } = run(["print", "macro.conf", "-D", "iface=em1"]);
    expect(stdout).toContain("\nlisten on em1 port 25\n");
  });

  test("has the server name where it is known", () => {
    const { stdout } = run(["print", "macro.conf", "-D", "iface=em1", "--hostname", "mx.example.org"]);
    expect(stdout).toContain("\nlisten on em1 port 25 hostname mx.example.org\n");
    expect(stdout).toContain("\naction out relay helo mx.example.org ttl 4d\n");
    expect(stdout).toContain("\nadmd mx.example.org\n");
  });

  test("has the keys of table files that are read", () => {
    expect(run(["print", "table.conf"]).stdout).not.toContain("192.0.2");
    const read = ["table.conf", "--root", "tree"];
    expect(run(["print", ...read]).stdout).toContain(
      "\n# 2 keys: 192.0.2.0/24, 198.51.100.0/24\ntable nets file:/etc/nets\n",
    );
    expect(dataFor(read).tables).toEqual([
      {
        name: "nets",
        kind: "list",
        backend: "file",
        file: "/etc/nets",
        entries: null,
        keys: ["192.0.2.0/24", "198.51.100.0/24"],
        line: 1,
      },
    ]);
  });

  test("has the same strings, however they are written", () => {
    const before = dataFor(["odd.conf"]).tables[0]?.entries;
    expect(before).toEqual(["end\\", '"it\'s"', "#", ""]);
    expect(dataFor(["-"], { input: run(["print", "odd.conf"]).stdout }).tables[0]?.entries).toEqual(before);
  });

  test("has the bytes of strings in a file that is not UTF-8", () => {
    const text = 'action a mbox\nmatch from any for domain "b\xfccher.example" mail-from "\xe9" action a\n';
    writeFileSync(join(folder, "latin1.conf"), text, "latin1");
    const file = join(folder, "printed.conf");
    const descriptor = openSync(file, "w");
    run(["print", "latin1.conf"], { stdio: ["ignore", descriptor, "pipe"] });
    closeSync(descriptor);
    const printed = readFileSync(file, "latin1");
    expect(printed).toContain('match from any for domain "b\xfccher.example" mail-from "\xe9" action a\n');
  });

  test("has no statement for the socket up to 7.4, where it would also offer DSN", () => {
    const parameters = ["macro.conf", "-D", "iface=lo"];
    expect(run(["print", ...parameters, "--target", "7.4"]).stdout).toContain("\n# listen on socket\n");
    expect(run(["print", ...parameters, "--target", "7.5"]).stdout).toContain("\nlisten on socket\n");
  });
});

describe("the command line", () => {
  test("help fits a terminal and has examples", () => {
    const { status, stdout, stderr } = run(["print", "--help"]);
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("Usage: smtpd-lint print [options] <file>\n");
    expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(100);
    expect(run(["--help"]).stdout).toContain("\n  print [options] <file>");
  });

  test("a configuration that smtpd refuses is shown as such", () => {
    const { status, stdout } = run(["print", "bad.conf"]);
    expect(status).toBe(1);
    expect(stdout).toBe(run(["bad.conf"]).stdout);
    const json = run(["print", "bad.conf", "--format", "json"]);
    expect([json.status, JSON.parse(json.stdout).files[0].verdict]).toEqual([1, "rejected"]);
  });

  test("a file that cannot be read is told", () => {
    const message = "smtpd-lint: nowhere.conf: there is no such file.\n";
    expect(run(["print", "nowhere.conf"])).toEqual({ status: 3, stdout: "", stderr: message });
  });

  test("a missing file is told", () => {
    const stderr = 'smtpd-lint: Missing required argument "file".\nTry "smtpd-lint --help".\n';
    expect(run(["print"])).toEqual({ status: 2, stdout: "", stderr });
  });
});
