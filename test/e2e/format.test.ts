import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { prepareCommand, type Run, type RunOptions, runCommand } from "./command.ts";

const folder = mkdtempSync(join(tmpdir(), "smtpd-lint-format-"));
const untidy = "listen  on lo0\n\n\n\nadmd   x # why\n";
const tidy = "listen on lo0\n\nadmd x # why\n";

beforeAll(prepareCommand, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs `smtpd-lint format` in the folder. */
function run(parameters: readonly string[], options: RunOptions = {}): Run {
  return runCommand(["format", ...parameters], { cwd: folder, ...options });
}

function write(name: string, content: string | Uint8Array): string {
  mkdirSync(join(folder, name, ".."), { recursive: true });
  writeFileSync(join(folder, name), content);
  return name;
}

function read(name: string): string {
  return readFileSync(join(folder, name), "latin1");
}

describe("without an option", () => {
  test("the text is printed, and the file stays", () => {
    const file = write("print.conf", untidy);
    expect(run([file])).toEqual({ status: 0, stdout: tidy, stderr: "" });
    expect(read(file)).toBe(untidy);
  });

  test("smtpd.conf is read where no file is named", () => {
    write("here/smtpd.conf", untidy);
    expect(run([], { cwd: join(folder, "here") }).stdout).toBe(tidy);
  });

  test("- is standard input", () => {
    expect(run(["-"], { input: untidy })).toEqual({ status: 0, stdout: tidy, stderr: "" });
  });

  test("bytes that are no UTF-8 stay", () => {
    const text = 'admd   "b\xfccher" # \xdf\n';
    const file = write("latin1.conf", Buffer.from(text, "latin1"));
    expect(run(["--write", file]).status).toBe(0);
    expect(read(file)).toBe(text.replace("   ", " "));
  });

  test("only one file can be printed", () => {
    write("print.conf", untidy);
    expect(run(["print.conf", "print.conf", "other.conf"])).toEqual({
      status: 2,
      stdout: "",
      stderr: "smtpd-lint: Only one file can be printed. For several there are --check, --diff and --write.\n",
    });
  });
});

describe("--check", () => {
  test("names the files that would change", () => {
    const names = [write("check/a.conf", untidy), write("check/b.conf", tidy), write("check/c.conf", untidy)];
    expect(run(["--check", ...names])).toEqual({ status: 1, stdout: "check/a.conf\ncheck/c.conf\n", stderr: "" });
    expect(names.map(read)).toEqual([untidy, tidy, untidy]);
  });

  test("says nothing where none would", () => {
    expect(run(["--check", write("check/b.conf", tidy)])).toEqual({ status: 0, stdout: "", stderr: "" });
  });

  test("finds the files of a folder", () => {
    write("tree/one/smtpd.conf", untidy);
    write("tree/two/smtpd.conf", tidy);
    write("tree/two/other.txt", untidy);
    expect(run(["--check", "tree"])).toEqual({ status: 1, stdout: "tree/one/smtpd.conf\n", stderr: "" });
    expect(run(["--check", "--ignore", "**/one/**", "tree"]).status).toBe(0);
  });

  test("calls standard input as it is told to", () => {
    const { stdout } = run(["--check", "--stdin-filename", "draft", "-"], { input: untidy });
    expect(stdout).toBe("draft\n");
  });
});

describe("--diff", () => {
  const changes = [
    "--- a/diff.conf",
    "+++ b/diff.conf",
    "@@ -1,5 +1,3 @@",
    "-listen  on lo0",
    "+listen on lo0",
    " ",
    "-",
    "-",
    "-admd   x # why",
    "+admd x # why",
    "",
  ];

  test("shows what would change", () => {
    expect(run(["--diff", write("diff.conf", untidy)])).toEqual({ status: 1, stdout: changes.join("\n"), stderr: "" });
  });

  test("says nothing where nothing would", () => {
    expect(run(["--diff", write("diff.conf", tidy)])).toEqual({ status: 0, stdout: "", stderr: "" });
  });

  test("can be coloured", () => {
    const { stdout } = run(["--diff", "--color", "always", write("diff.conf", untidy)]);
    expect(stdout).toContain("\u001b[");
    expect(stdout.replace(/\u001b\[[\d;]*m/g, "")).toBe(changes.join("\n"));
  });
});

describe("--write", () => {
  test("changes the files, and names them", () => {
    const names = [write("write/a.conf", untidy), write("write/b.conf", tidy)];
    expect(run(["--write", ...names])).toEqual({ status: 0, stdout: "write/a.conf\n", stderr: "" });
    expect(names.map(read)).toEqual([tidy, tidy]);
    expect(run(["--write", ...names])).toEqual({ status: 0, stdout: "", stderr: "" });
  });

  test("says why a file is not written, and goes on", () => {
    const names = [write("locked/smtpd.conf", untidy), write("unlocked.conf", untidy)];
    chmodSync(join(folder, "locked"), 0o555);
    chmodSync(join(folder, "unlocked.conf"), 0o666);
    const isRoot = process.getuid?.() === 0;
    chmodSync(folder, 0o777);
    const { status, stdout, stderr } = run(["--write", ...names], isRoot ? { user: 65534 } : {});
    chmodSync(join(folder, "locked"), 0o755);
    expect(status).toBe(3);
    expect(stderr).toMatch(/^smtpd-lint: locked\/smtpd\.conf: not written: .+\.$/m);
    expect(read("locked/smtpd.conf")).toBe(untidy);
    // Only root could keep the owner of the other one.
    if (!isRoot) expect(stdout).toBe("unlocked.conf\n");
  });
});

describe("what is left as it is", () => {
  test("a template, by its name or by what is said of it", () => {
    const text = "listen  on {{ ip }}\n";
    const file = write("smtpd.conf.j2", text);
    expect(run(["--write", file])).toEqual({
      status: 0,
      stdout: "",
      stderr: "smtpd-lint: smtpd.conf.j2: it is left as it is, since it is a template.\n",
    });
    expect(read(file)).toBe(text);
  });

  const wrong = "listen  on lo0\nlisten   on\nadmd  x\n  relay\n";

  test("is said, and the rest is formatted", () => {
    expect(run(["-"], { input: wrong })).toEqual({
      status: 0,
      stdout: "listen on lo0\nlisten   on\nadmd x\n  relay\n",
      stderr:
        "smtpd-lint: <stdin>: 2 statements are left as they are, the first in line 2, since smtpd refuses them.\n",
    });
  });

  test("is said of a backslash that joins nothing", () => {
    expect(run(["-"], { input: "admd  x\nadmd  \\ y\n" }).stderr).toBe(
      "smtpd-lint: <stdin>: the statement in line 2 is left as it is, since its lines cannot be changed safely.\n",
    );
  });

  test("is said of a file that is no configuration", () => {
    expect(run(["-"], { input: "hello   world\n\n\n" })).toEqual({
      status: 0,
      stdout: "hello   world\n\n\n",
      stderr: "smtpd-lint: <stdin>: it is left as it is, since smtpd refuses every statement in it.\n",
    });
  });

  test("is not said with --quiet", () => {
    expect(run(["--quiet", "-"], { input: wrong }).stderr).toBe("");
  });
});

describe("macros", () => {
  test("are defined by --define", () => {
    expect(run(["-D", "if=lo0", "-"], { input: "listen  on  $if\n" }).stdout).toBe("listen on $if\n");
  });

  test("are defined by included files, which stay", () => {
    write("macros.conf", 'if  =  "lo0"\n');
    expect(run(["--write", write("main.conf", 'include  "macros.conf"\nlisten on  $if\n')]).stderr).toBe("");
    expect(read("main.conf")).toBe('include "macros.conf"\nlisten on $if\n');
    expect(read("macros.conf")).toBe('if  =  "lo0"\n');
  });
});

describe("the target", () => {
  const entries = ["alice", "bob", "carol", "dave", "eve"].map((name) => `"${name}@mail.example.org"`);
  const list = `table names { ${entries.join(", ")} }\n`;
  const plain = `table names {\n    ${entries.join(",\n    ")}\n}\n`;
  const folded = `table names { \\\n    ${entries.join(", \\\n    ")} \\\n}\n`;

  test.each([
    ["of the command line", ["--target", "7.9"], plain],
    ["of the command line, an older one", ["--target", "7.4"], folded],
    ["of nobody, where every release must be able to read the text", [], folded],
  ])("%s", (_whose, parameters, expected) => {
    expect(run([...parameters, "-"], { input: list }).stdout).toBe(expected);
  });

  test("of the settings", () => {
    write("settings/.smtpd-lintrc.json", '{ "target": "7.6" }');
    const file = write("settings/smtpd.conf", list);
    expect(run([file]).stdout).toBe(plain);
    expect(run(["--no-config", file]).stdout).toBe(folded);
  });
});

describe("what cannot be", () => {
  test.each([
    [["--write", "-"], 2, "Standard input cannot be written to. Without --write, the text is printed."],
    [["--check", "--write", "a.conf"], 2, 'Option "--check" cannot be used with option "--write".'],
    [["-", "-"], 2, "Standard input can be read only once."],
    [["--stdin-filename", "x", "a.conf"], 2, '--stdin-filename is for standard input: name it as the file "-".'],
    [["missing.conf"], 3, "missing.conf: there is no such file."],
  ])("%j", (parameters, status, message) => {
    const { stderr, ...rest } = run(parameters);
    expect(rest).toEqual({ status, stdout: "" });
    expect(stderr).toMatch(`smtpd-lint: ${message}\n`);
  });
});
