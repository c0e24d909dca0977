import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { newestRelease } from "smtpd-conf";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkout, prepareCommand, program, type Run, type RunOptions, runCommand } from "./command.ts";

let folder: string;

beforeAll(() => {
  prepareCommand();
  folder = mkdtempSync(join(tmpdir(), "smtpd-lint-cli-"));
  const files: Readonly<Record<string, string>> = {
    "smtpd.conf": good,
    "good.conf": good,
    "bad.conf": 'match for local action "local"\n',
    "newer.conf": `admd "example.org"\n${good}`,
    "macro.conf": `listen on $iface\n${good}`,
    "sub/more.conf": "queue ttl 1w\n",
    "including.conf": `include "sub/more.conf"\n${good}`,
    "missing-include.conf": `include "nowhere.conf"\n${good}`,
  };
  mkdirSync(join(folder, "sub"));
  mkdirSync(join(folder, "empty"));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const good = 'action "local" mbox\nmatch for local action "local"\n';

const accepted = 0;
const refused = 1;
const usage = 2;
const unreadable = 3;

function run(parameters: readonly string[], options: RunOptions = {}): Run {
  return runCommand(parameters, { cwd: folder, ...options });
}

/** Runs the command on a file that is made for it. */
function runOn(bytes: string | Uint8Array, ...parameters: string[]): Run {
  writeFileSync(join(folder, "made.conf"), bytes);
  return run([...parameters, "made.conf"]);
}

/** The codes that text output names, in order. */
function codesIn(text: string): string[] {
  return [...text.matchAll(/ \[([a-z-]+)\]$/gm)].map(([, code = ""]) => code);
}

describe("files", () => {
  test("none means smtpd.conf in the working directory", () => {
    expect(run([])).toEqual({
      status: accepted,
      stdout: "No problems in smtpd.conf: smtpd 7.9 accepts it.\n",
      stderr: "",
    });
  });

  test("says so when that is not there", () => {
    const { status, stderr } = run([], { cwd: join(folder, "empty") });
    expect(status).toBe(unreadable);
    expect(stderr).toBe(
      "smtpd-lint: smtpd.conf: there is no such file in this folder. Name the file to check: smtpd-lint /etc/smtpd.conf\n",
    );
  });

  test("several are checked in order, and the worst counts", () => {
    const { status, stdout, stderr } = run(["good.conf", "bad.conf", "sub/more.conf"]);
    expect(status).toBe(refused);
    expect(codesIn(stdout)).toEqual(["undefined-action", "invalid-delay"]);
    expect(stdout).toMatch(/\n2 errors in 2 of 3 files: smtpd 7\.9 refuses 2\.\n1 can be fixed with --fix\.\n$/);
    expect(stderr).toBe("");
  });

  test("one that cannot be read does not hide the others", () => {
    const { status, stdout, stderr } = run(["nowhere.conf", "bad.conf"]);
    expect(status).toBe(unreadable);
    expect(codesIn(stdout)).toEqual(["undefined-action"]);
    expect(stderr).toBe("smtpd-lint: nowhere.conf: there is no such file.\n");
    expect(stdout).toMatch(/\n1 error in bad\.conf: smtpd 7\.9 refuses it\. 1 file could not be read\.\n$/);
  });

  test("whose name begins with a dash stand behind --", () => {
    writeFileSync(join(folder, "-x.conf"), good);
    expect(run(["--", "-x.conf"]).status).toBe(accepted);
  });

  test("are followed into what they include, from the working directory", () => {
    const { status, stdout } = run(["including.conf"]);
    expect(status).toBe(refused);
    expect(stdout).toMatch(/^sub\/more\.conf:1:11: error: /);
    expect(stdout).toContain("= note: including.conf:1:1: The file is included here.\n");
    expect(run(["../including.conf"], { cwd: join(folder, "sub") }).stdout).toContain("[include-not-found]");
  });

  test("that include what is not there are refused", () => {
    const { status, stdout } = run(["missing-include.conf"]);
    expect(status).toBe(refused);
    expect(codesIn(stdout)).toEqual(["include-not-found"]);
  });
});

describe("standard input", () => {
  test("is the file -", () => {
    expect(run(["-"], { input: good }).stdout).toBe("No problems in <stdin>: smtpd 7.9 accepts it.\n");
  });

  test("can have a name", () => {
    const { stdout, status } = run(["--stdin-filename", "mail.conf", "-"], { input: "match for local action x\n" });
    expect(status).toBe(refused);
    expect(stdout).toMatch(/^mail\.conf:1:24: error: /);
  });

  test("can be one of several files", () => {
    expect(run(["good.conf", "-"], { input: good }).stdout).toBe("No problems in 2 files: smtpd 7.9 accepts them.\n");
  });

  test("can be a file, too, but no directory", () => {
    const file = openSync(join(folder, "good.conf"), "r");
    expect(run(["-"], { stdio: [file, "pipe", "pipe"] }).status).toBe(accepted);
    const directory = openSync(folder, "r");
    const { status, stderr } = run(["-"], { stdio: [directory, "pipe", "pipe"] });
    expect([status, stderr]).toEqual([unreadable, "smtpd-lint: <stdin>: it is a directory.\n"]);
  });

  test("may not be endless", () => {
    const zeros = openSync("/dev/zero", "r");
    const { status, stderr } = run(["-"], { stdio: [zeros, "pipe", "pipe"] });
    expect([status, stderr]).toEqual([unreadable, "smtpd-lint: <stdin>: it is larger than 10 MB.\n"]);
  });
});

describe("-n", () => {
  test("says that the configuration is OK as smtpd does", () => {
    expect(run(["-n", "good.conf"])).toEqual({ status: accepted, stdout: "", stderr: "configuration OK\n" });
  });

  test("prints what smtpd refuses, and no more", () => {
    const { status, stdout, stderr } = run(["-n", "bad.conf"]);
    expect([status, codesIn(stdout), stderr]).toEqual([refused, ["undefined-action"], ""]);
    expect(stdout).not.toContain("smtpd 7.9");
  });

  test("takes the file behind -f, as smtpd does", () => {
    expect(run(["-n", "-f", "good.conf"]).stderr).toBe("configuration OK\n");
    expect(run(["-nf", "bad.conf"]).status).toBe(refused);
  });

  test("with --quiet says nothing at all of a good one", () => {
    expect(run(["-n", "--quiet", "good.conf"])).toEqual({ status: accepted, stdout: "", stderr: "" });
  });
});

describe("--target", () => {
  test("chooses the release", () => {
    expect(run(["--target", "6.8", "newer.conf"]).stdout).toBe("No problems in newer.conf: smtpd 6.8.0 accepts it.\n");
    const { status, stdout } = run(["--target=6.7.1p1", "newer.conf"]);
    expect(status).toBe(refused);
    expect(codesIn(stdout)).toEqual(["requires-newer-version"]);
  });

  test.each(["6.5", "7.0", "8", "new", ""])("%j is none, and says which there are", (release) => {
    const { status, stdout, stderr } = run(["--target", release, "good.conf"]);
    expect([status, stdout]).toEqual([usage, ""]);
    expect(stderr).toContain("6.4.0, 6.4.1, 6.4.2, 6.6.0, 6.6.4, 6.7.1, 6.8.0, 7.3, 7.4, 7.5, 7.6, 7.7, 7.8, 7.9");
  });
});

describe("-D", () => {
  test.each([[["-D", "iface=lo"]], [["-Diface=lo"]], [["--define", "iface=lo"]], [["--define=iface=lo"]]])(
    "%j defines a macro",
    (parameters) => {
      expect(run([...parameters, "macro.conf"]).status).toBe(accepted);
      expect(codesIn(run(["macro.conf"]).stdout)).toEqual(["undefined-macro"]);
    },
  );

  test("can be repeated", () => {
    const { status, stdout } = runOn(`listen on $a port $b\n${good}`, "-D", "a=lo", "-Db=25");
    expect([status, stdout]).toEqual([accepted, "No problems in made.conf: smtpd 7.9 accepts it.\n"]);
  });

  test("goes before what the file defines", () => {
    expect(runOn(`p = "x y z"\nlisten on lo port $p\n${good}`, "-D", "p=25").status).toBe(accepted);
  });

  test("wants a value", () => expect(run(["-D", "iface", "macro.conf"]).status).toBe(usage));
});

describe("--color", () => {
  const colored = "\x1b[1;31merror:";

  test.each([
    [[], {}, false],
    [["--color", "always"], {}, true],
    [["--color", "never"], { FORCE_COLOR: "1" }, false],
    [["--color=always"], { NO_COLOR: "1" }, true],
    [[], { FORCE_COLOR: "1" }, true],
    [[], { FORCE_COLOR: "0" }, false],
    [["--color", "auto"], { NO_COLOR: "1" }, false],
  ])("%j with %j in the environment: %s", (parameters, environment, expected) => {
    expect(run([...parameters, "bad.conf"], { environment }).stdout.includes(colored)).toBe(expected);
  });
});

describe("--quiet", () => {
  test("prints findings alone", () => {
    expect(run(["--quiet", "good.conf"])).toEqual({ status: accepted, stdout: "", stderr: "" });
    const { status, stdout } = run(["-q", "bad.conf"]);
    expect(status).toBe(refused);
    expect(stdout).toBe(run(["bad.conf"]).stdout.replace(/\n1 error in .*\n$/, ""));
  });
});

describe("--version and --help", () => {
  const manifest = JSON.parse(readFileSync(join(checkout, "packages/cli/package.json"), "utf8")) as { version: string };

  test("the version is the package's", () => {
    expect(run(["--version"])).toEqual({ status: accepted, stdout: `${manifest.version}\n`, stderr: "" });
  });

  test.each(["--help", "-h"])("%s names every option, and has examples", (option) => {
    const { status, stdout, stderr } = run([option]);
    expect([status, stderr]).toEqual([accepted, ""]);
    const options = [
      "-n",
      "--target",
      "-D, --define",
      "--format",
      "-o, --output-file",
      "--host",
      "--root",
      "--stdin-filename",
      "--quiet",
      "--color",
    ];
    for (const name of options) expect(stdout).toContain(`  ${name}`.replace("  --quiet", "--quiet"));
    expect(stdout).toContain("Examples:\n  smtpd-lint /etc/smtpd.conf");
    expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(100);
  });
});

describe("wrong usage", () => {
  test.each([
    [["--xyzzy"], 'Unknown option "--xyzzy".'],
    [["--taget", "7.9"], 'Unknown option "--taget" (Did you mean --target?)'],
    [
      ["--format", "xml", "good.conf"],
      'Option "--format <format>" argument "xml" is invalid. Allowed choices are text, json, sarif, github, gitlab, junit, checkstyle, unix.',
    ],
    [["--target"], 'Option "--target <release>" argument missing.'],
    [
      ["--root", "nowhere", "good.conf"],
      'Option "--root <dir>" argument "nowhere" is invalid. There is no such folder.',
    ],
    [
      ["--root", "good.conf/below", "good.conf"],
      'Option "--root <dir>" argument "good.conf/below" is invalid. There is no such folder.',
    ],
    [["--root", ".", "--host"], 'Option "--root <dir>" cannot be used with option "--host".'],
    [["-", "-"], "Standard input can be read only once."],
    [["--stdin-filename", "x", "good.conf"], '--stdin-filename is for standard input: name it as the file "-".'],
  ])("%j is told in a line, with a hint", (parameters, message) => {
    expect(run(parameters)).toEqual({
      status: usage,
      stdout: "",
      stderr: `smtpd-lint: ${message}\nTry "smtpd-lint --help".\n`,
    });
  });
});

describe("files that are none", () => {
  test.each([
    ["nowhere.conf", "there is no such file"],
    ["good.conf/x", "there is no such file"],
    ["/dev/zero", "it is neither a regular file nor a pipe"],
    ["/dev/null", "it is neither a regular file nor a pipe"],
    ["x".repeat(300), "name too long"],
  ])("%s: %s", (path, reason) => {
    const { status, stderr } = run([path]);
    expect([status, stderr]).toEqual([unreadable, `smtpd-lint: ${path}: ${reason}.\n`]);
  });

  test("a symbolic link to itself", () => {
    execFileSync("ln", ["-s", "loop.conf", join(folder, "loop.conf")]);
    const { status, stderr } = run(["loop.conf"]);
    expect([status, stderr]).toEqual([unreadable, "smtpd-lint: loop.conf: too many symbolic links encountered.\n"]);
  });

  test("a pipe that nobody writes to", () => {
    execFileSync("mkfifo", [join(folder, "silent")]);
    const { status, stderr } = run(["silent"]);
    expect([status, stderr]).toEqual([unreadable, "smtpd-lint: silent: it is a pipe that nobody writes to.\n"]);
  });

  test("a pipe is read to its end, however slowly it comes", async () => {
    execFileSync("mkfifo", [join(folder, "slow")]);
    const child = spawn(process.execPath, [program, "slow"], { cwd: folder });
    const writer = spawn("/bin/sh", ["-c", "exec >slow; sleep 0.2; cat good.conf; sleep 0.2; cat bad.conf"], {
      cwd: folder,
    });
    const [status] = await Promise.all([once(child, "exit"), once(writer, "exit")]);
    expect(status).toEqual([accepted, null]);
  });

  const isRoot = process.getuid?.() === 0;
  if (isRoot && !existsNobody()) console.log("skipped: no user 65534 to try a file without permission as");

  test.skipIf(isRoot && !existsNobody())("a file that may not be read", () => {
    writeFileSync(join(folder, "closed.conf"), good, { mode: 0o000 });
    chmodSync(folder, 0o755);
    const { status, stderr } = run(["closed.conf"], isRoot ? { user: 65534 } : {});
    expect([status, stderr]).toEqual([unreadable, "smtpd-lint: closed.conf: permission denied.\n"]);
  });

  test("a file that is too large", () => {
    writeFileSync(join(folder, "large.conf"), "");
    truncateSync(join(folder, "large.conf"), 1024 ** 3);
    const { status, stderr } = run(["large.conf"]);
    expect([status, stderr]).toEqual([unreadable, "smtpd-lint: large.conf: it is larger than 64 MB.\n"]);
  });

  test("all of them as JSON", () => {
    const { status, stdout, stderr } = run(["--format", "json", "nowhere.conf", "good.conf"]);
    expect(status).toBe(unreadable);
    expect(stderr).toBe("smtpd-lint: nowhere.conf: there is no such file.\n");
    expect(JSON.parse(stdout).files).toEqual([
      { path: "nowhere.conf", verdict: "rejected", error: "there is no such file", diagnostics: [] },
      { path: "good.conf", verdict: "accepted", target: newestRelease, diagnostics: [], suppressed: [] },
    ]);
  });
});

/** Whether another user may run Node here, which a home folder around it can forbid. */
function existsNobody(): boolean {
  try {
    execFileSync(process.execPath, [program, "--version"], { uid: 65534, stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

describe("texts of every kind", () => {
  test.each<[what: string, bytes: string | Uint8Array, codes: string[]]>([
    ["an empty file", "", ["no-rules"]],
    ["a comment", "# nothing\n", ["no-rules"]],
    ["a byte order mark", `\ufeff${good}`, ["byte-order-mark"]],
    ["CR LF", good.replaceAll("\n", "\r\n"), ["crlf-line-endings"]],
    ["Latin-1", Buffer.from(`# Gr\u00fc\u00dfe\n${good}`, "latin1"), []],
    ["no last newline", good.trimEnd(), []],
    ["an include of itself", `include "made.conf"\n${good}`, ["include-cycle"]],
  ])("%s", (_what, bytes, codes) => {
    const { status, stdout, stderr } = runOn(bytes);
    expect(codesIn(stdout)).toEqual(codes);
    expect([status, stderr]).toEqual([codes.length > 0 ? refused : accepted, ""]);
  });

  test.each<[what: string, bytes: string | Uint8Array]>([
    ["a program", readFileSync(process.execPath).subarray(0, 200_000)],
    ["all bytes", Uint8Array.from({ length: 4096 }, (_, index) => index % 256)],
    ["100,000 open braces", "{".repeat(100_000)],
    ["100,000 open braces in a table", `table t ${"{".repeat(100_000)}`],
    ["100,000 open braces on lines of their own", "{\n".repeat(100_000)],
    ["a macro bomb", `m = "${"a ".repeat(4000)}"\n${"table t { $m }\n".repeat(2000)}`],
    ["a macro bomb in a line", `m = "${"from any ".repeat(800)}"\nmatch ${"$m ".repeat(2000)} reject\n`],
    ["20,000 lines of nothing", "foo bar baz\n".repeat(20_000)],
    ["a quote that is never closed", `"${good.repeat(10_000)}`],
  ])("%s is refused, and that is all", (_what, bytes) => {
    const { status, stdout, stderr } = runOn(bytes);
    expect([status, stderr]).toEqual([refused, ""]);
    expect(stdout).toMatch(
      /\n\d+ errors? in made\.conf: smtpd 7\.9 refuses it\.\n(?:\d+ can be fixed with --fix.*\n)?$/,
    );
    expect(stdout.replaceAll("\n", "").replaceAll("\t", "")).not.toMatch(/\p{Cc}/u);
  });

  test("a huge file is checked in a thread of its own", () => {
    const { status, stdout } = runOn(`${good}${"# nothing but a comment\n".repeat(600_000)}`);
    expect([status, stdout]).toEqual([accepted, "No problems in made.conf: smtpd 7.9 accepts it.\n"]);
  });

  test("where memory runs out there, a sentence says so", () => {
    writeFileSync(join(folder, "made.conf"), "table t { a }\n".repeat(1_000_000));
    const { status, stderr } = run(["made.conf"], { environment: { NODE_OPTIONS: "--max-old-space-size=128" } });
    expect(status).toBe(unreadable);
    expect(stderr).toMatch(/^smtpd-lint: The input is too large: checking it takes more than \d+ MB of memory\.\n$/);
  });
});

describe("output", () => {
  test("all findings are printed, however many there are", () => {
    const { stdout } = runOn("match for local action x\n".repeat(5000));
    expect(codesIn(stdout)).toHaveLength(5000);
    expect(stdout).toMatch(/\n5000 errors in made\.conf: smtpd 7\.9 refuses it\.\n$/);
  });

  test("a reader that goes away ends it without a word", () => {
    writeFileSync(join(folder, "many.conf"), "match for local action x\n".repeat(20_000));
    const script = `{ "${process.execPath}" "${program}" many.conf; echo "status $?" >&2; } | head -n 1`;
    const { stdout, stderr } = shell(script);
    expect(stdout).toMatch(/^many\.conf:1:24: error: .*\n$/);
    expect(stderr).toBe("status 1\n");
  });

  test("a standard output that is closed does not matter either", () => {
    expect(shell(`"${process.execPath}" "${program}" bad.conf >&-; echo $?`).stdout).toBe("1\n");
  });
});

function shell(script: string): { readonly stdout: string; readonly stderr: string } {
  const [out, err] = [join(folder, "out"), join(folder, "err")];
  execFileSync("/bin/sh", ["-c", script], { cwd: folder, stdio: ["ignore", openSync(out, "w"), openSync(err, "w")] });
  return { stdout: readFileSync(out, "utf8"), stderr: readFileSync(err, "utf8") };
}

test("without the bundle, the command says how to make it", () => {
  const bin = join(folder, "package/bin");
  mkdirSync(dirname(bin), { recursive: true });
  execFileSync("cp", ["-r", dirname(program), bin]);
  const { stderr } = shell(`"${process.execPath}" package/bin/smtpd-lint.cjs; test $? = 3`);
  expect(stderr).toMatch(/smtpd-lint\.cjs is missing\. Make it: npm run build\n$/);
});
