import { spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { exitCodes } from "../../packages/cli/src/exit-codes.ts";
import { prepareCommand, type RunOptions, runCommand } from "./command.ts";

const { accepted, refused, unreadable, usage } = exitCodes;

const rest = 'action "a" mbox\nmatch for local action "a"\n';
/** Two safe fixes, one that is suggested, and what nothing can fix. */
const wrong = `LISTEN on lo hostnme x\nmatch from src "10.1.2.3/8" for local reject\nlisten on lo tls-require pki none\n${rest}`;
const fixed = wrong.replace("LISTEN", "listen").replace("10.1.2.3/8", "10.0.0.0/8");
const fixedAll = fixed.replace("hostnme", "hostname");

const root = mkdtempSync(join(tmpdir(), "smtpd-lint-fix-"));
let folder = "";
let file = "";

beforeAll(prepareCommand);
afterAll(() => rmSync(root, { recursive: true }));
beforeEach(() => {
  folder = mkdtempSync(join(root, "folder-"));
  file = join(folder, "smtpd.conf");
  writeFileSync(file, wrong);
});

const run = (parameters: readonly string[], options: RunOptions = {}) =>
  runCommand(["--no-config", ...parameters], { cwd: folder, ...options });
const read = (path = file) => readFileSync(path, "latin1");

/** The last line that is printed. */
function lastLine(text: string): string {
  return text.trimEnd().split("\n").at(-1) ?? "";
}

describe("--fix", () => {
  test("writes what is safe, and shows what is left", () => {
    const { status, stdout, stderr } = run(["--fix", "smtpd.conf"]);
    expect([status, stderr]).toEqual([refused, ""]);
    expect(read()).toBe(fixed);
    expect(stdout).toContain("[misspelled-keyword]");
    expect(stdout).not.toContain("[keyword-case]");
    expect(lastLine(stdout)).toBe("2 fixed, 2 left; 1 more with --fix-suggested.");
  });

  test("ends as the fixed file does", () => {
    writeFileSync(file, `LISTEN on lo\n${rest}`);
    const { status, stdout } = run(["--fix", "smtpd.conf"]);
    expect([status, lastLine(stdout)]).toEqual([accepted, "1 fixed, none left."]);
  });

  test("has nothing to do the second time", () => {
    run(["--fix", "smtpd.conf"]);
    const { ino, mtimeMs } = statSync(file);
    expect(lastLine(run(["--fix", "smtpd.conf"]).stdout)).toBe("0 fixed, 2 left; 1 more with --fix-suggested.");
    expect(statSync(file)).toMatchObject({ ino, mtimeMs });
  });

  test("without it, it is said how much it could do", () => {
    const { stdout } = run(["smtpd.conf"]);
    expect(lastLine(stdout)).toBe("2 can be fixed with --fix.");
    expect(read()).toBe(wrong);
  });

  test("looks after several files, and after folders", () => {
    mkdirSync(join(folder, "sub"));
    for (const name of ["sub/a.conf", "b.conf"]) writeFileSync(join(folder, name), `LISTEN on lo\n${rest}`);
    const { status, stdout } = run(["--fix", "sub/a.conf", "b.conf"]);
    expect([status, lastLine(stdout)]).toEqual([accepted, "2 fixed, none left."]);
    expect(read(join(folder, "sub/a.conf"))).toBe(read(join(folder, "b.conf")));
  });

  test("keeps bytes that are not UTF-8, and those that are", () => {
    writeFileSync(file, `# caf\xe9 \xff\n${wrong}`, "latin1");
    run(["--fix", "smtpd.conf"]);
    expect(read()).toBe(`# caf\xe9 \xff\n${fixed}`);
    writeFileSync(file, `# caf\u00e9 \u{1f4ee}\n${wrong}`);
    run(["--fix", "smtpd.conf"]);
    expect(readFileSync(file, "utf8")).toBe(`# caf\u00e9 \u{1f4ee}\n${fixed}`);
  });

  test("leaves included files alone, and says so", () => {
    writeFileSync(join(folder, "included.conf"), 'match from src "10.1.2.3/8" for local reject\n');
    writeFileSync(file, `include "${folder}/included.conf"\n${rest}`);
    const { stdout } = run(["--fix", "smtpd.conf"]);
    expect(lastLine(stdout)).toBe("0 fixed, 1 left; 1 only in other files, which stay as they are.");
    expect(read(join(folder, "included.conf"))).toContain("10.1.2.3/8");
  });

  test("goes with --root", () => {
    mkdirSync(join(folder, "image"));
    expect(run(["--fix", "--root", "image", "smtpd.conf"]).status).toBe(refused);
    expect(read()).toBe(fixed);
  });

  test("goes with --format json, which counts", () => {
    const { files } = JSON.parse(run(["--fix", "--format", "json", "smtpd.conf"]).stdout);
    expect(files).toMatchObject([{ fixed: 2, verdict: "rejected", diagnostics: [{}, {}] }]);
  });
});

test("--fix-suggested makes the other changes too", () => {
  const { stdout } = run(["--fix-suggested", "smtpd.conf"]);
  expect([read(), lastLine(stdout)]).toEqual([fixedAll, "3 fixed, 1 left."]);
});

test("--fix-dry-run writes nothing, and shows what would be left", () => {
  const { status, stdout } = run(["--fix-dry-run", "smtpd.conf"]);
  expect([status, read(), lastLine(stdout)]).toEqual([
    refused,
    wrong,
    "2 would be fixed, 2 left; 1 more with --fix-suggested.",
  ]);
});

describe("--diff", () => {
  test("shows what patch needs to do the same", () => {
    const { status, stdout, stderr } = run(["--diff", "smtpd.conf"]);
    expect([status, stderr]).toEqual([refused, "2 findings would be fixed in 1 file.\n"]);
    expect(read()).toBe(wrong);
    expect(spawnSync("patch", ["-p1"], { cwd: folder, input: stdout }).status).toBe(0);
    expect(read()).toBe(fixed);
    expect(run(["--diff", "smtpd.conf"])).toEqual({
      status: accepted,
      stdout: "",
      stderr: "There is nothing that could be fixed.\n",
    });
  });

  test("goes with --fix-suggested, and wins over --fix", () => {
    const { stdout } = run(["--diff", "--fix", "--fix-suggested", "smtpd.conf"]);
    expect(read()).toBe(wrong);
    spawnSync("patch", ["-p1"], { cwd: folder, input: stdout });
    expect(read()).toBe(fixedAll);
  });

  test("has the bytes of the file", () => {
    writeFileSync(file, `# caf\xe9\n${wrong}`, "latin1");
    const place = join(folder, "the.diff");
    const script = `"${process.execPath}" "${join(import.meta.dirname, "../../packages/cli/bin/smtpd-lint.cjs")}" --no-config --diff smtpd.conf > the.diff`;
    spawnSync("sh", ["-c", script], { cwd: folder });
    expect(readFileSync(place, "latin1")).toContain(" # caf\xe9\n");
  });

  test("says which file could not be read", () => {
    const { status, stderr } = run(["--diff", "none.conf", "smtpd.conf"]);
    expect([status, stderr.split("\n")[0]]).toEqual([unreadable, "smtpd-lint: none.conf: there is no such file."]);
  });
});

describe("standard input", () => {
  test("comes out fixed on standard output, the findings on standard error", () => {
    const { status, stdout, stderr } = run(["--fix", "-"], { input: wrong });
    expect([status, stdout]).toEqual([refused, fixed]);
    expect(stderr).toContain("<stdin>:1:14: error:");
    expect(lastLine(stderr)).toBe("2 fixed, 2 left; 1 more with --fix-suggested.");
  });

  test("comes out as it is where there is nothing to fix", () => {
    const { status, stdout } = run(["--fix", "-q", "-"], { input: rest });
    expect([status, stdout]).toEqual([accepted, rest]);
  });

  test("has its differences shown, or what would be left", () => {
    expect(run(["--diff", "--stdin-filename", "x.conf", "-"], { input: wrong }).stdout).toMatch(/^--- a\/x\.conf\n/);
    const { stdout } = run(["--fix-dry-run", "-"], { input: wrong });
    expect(lastLine(stdout)).toBe("2 would be fixed, 2 left; 1 more with --fix-suggested.");
  });

  test("does not mix with the text of other files", () => {
    expect(run(["--fix", "smtpd.conf", "-"], { input: wrong }).stdout).toBe(fixed);
    expect(read()).toBe(fixed);
  });
});

describe("files that are not like others", () => {
  test("a link stays one", () => {
    const link = join(folder, "link");
    symlinkSync("smtpd.conf", link);
    run(["--fix", "link"]);
    expect([lstatSync(link).isSymbolicLink(), read()]).toEqual([true, fixed]);
  });

  test("the mode stays, and a hard link is told of", () => {
    chmodSync(file, 0o640);
    linkSync(file, join(folder, "other"));
    const { stderr } = run(["--fix", "smtpd.conf"]);
    expect(stderr).toBe("smtpd-lint: smtpd.conf: fixed, but not under its 1 other name (hard links).\n");
    expect([statSync(file).mode & 0o777, read(join(folder, "other"))]).toEqual([0o640, wrong]);
  });

  test("a pipe is read, and not written", () => {
    const pipe = join(folder, "pipe");
    spawnSync("mkfifo", [pipe]);
    const command = join(import.meta.dirname, "../../packages/cli/bin/smtpd-lint.cjs");
    const script = `cat smtpd.conf > pipe & "${process.execPath}" "${command}" --no-config --fix pipe`;
    const { status, stderr } = spawnSync("sh", ["-c", script], { cwd: folder, encoding: "utf8" });
    expect([status, stderr]).toEqual([unreadable, "smtpd-lint: pipe: not fixed: it is not a regular file.\n"]);
  });
});

/** Somebody who is not root; asked only where the tests may become another user. */
const nobody = 65534;

describe.skipIf(process.getuid?.() !== 0)("for a user who is not root (asked of root only)", () => {
  test.each([
    ["of another user", 1234, nobody, 0o666, "it is another user's, and only root can replace it and keep its owner"],
    [
      "of another group",
      nobody,
      5678,
      0o600,
      "it is of another group, and only root can replace it and keep its group",
    ],
    ["that is read-only", nobody, nobody, 0o400, "it is read-only"],
  ])("a file %s stays as it is", (_what, uid, gid, mode, words) => {
    for (const path of [root, folder]) chmodSync(path, 0o777);
    chownSync(file, uid, gid);
    chmodSync(file, mode);
    const { status, stdout, stderr } = run(["--fix", "smtpd.conf"], { user: nobody });
    if (status === null) throw new Error("the command cannot be run as another user");
    expect([status, stderr]).toEqual([unreadable, `smtpd-lint: smtpd.conf: not fixed: ${words}.\n`]);
    expect([stdout.includes("[keyword-case]"), read()]).toEqual([true, wrong]);
    expect(lastLine(stdout)).toBe("0 fixed, 3 left.");
    expect(readdirSync(folder)).toEqual(["smtpd.conf"]);
  });
});

test.each([
  [["-n", "--fix"], "-n gives the verdict and fixes nothing: leave it out."],
  [["-n", "--diff"], "-n gives the verdict and fixes nothing: leave it out."],
  [["--diff", "--format", "json"], "--diff shows differences and no findings: leave out --format and --output-file."],
  [["--diff", "-o", "x"], "--diff shows differences and no findings: leave out --format and --output-file."],
])("%j makes no sense", (parameters, message) => {
  const { status, stdout, stderr } = run([...parameters, "smtpd.conf"]);
  expect([status, stdout, stderr.split("\n")[0]]).toEqual([usage, "", `smtpd-lint: ${message}`]);
  expect(read()).toBe(wrong);
});
