import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { checkout, prepareCommand, runCommand } from "../e2e/command.ts";
import { filesIn } from "../e2e/formats/findings.ts";

interface Matcher {
  readonly owner: string;
  readonly severity?: string;
  readonly pattern: readonly [Pattern];
}

interface Pattern {
  readonly regexp: string;
  readonly file: number;
  readonly line: number;
  readonly column: number;
  readonly severity?: number;
  readonly message: number;
  readonly code: number;
}

const { problemMatcher: matchers } = JSON.parse(
  readFileSync(join(checkout, ".github/smtpd-lint-matcher.json"), "utf8"),
) as { readonly problemMatcher: readonly Matcher[] };

const examples = join(checkout, "test/examples/formats");
const files = ["smtpd.conf", "../names.conf", "../kinds.conf", "../advice.conf", "../quoting.conf"];

beforeAll(prepareCommand);

/** What the runner of GitHub makes of a line: the first matcher that knows it counts, colours do not. */
function match(line: string): readonly string[] | undefined {
  const stripped = line.replace(/\x1b\[[0-9;]*m?/g, "");
  for (const { severity = "error", pattern } of matchers) {
    const groups = new RegExp(pattern[0].regexp).exec(stripped);
    if (groups !== null) return issueFrom(groups, pattern[0], severity);
  }
  return undefined;
}

function issueFrom(groups: RegExpExecArray, pattern: Pattern, severity: string): readonly string[] {
  const group = (number: number): string => groups[number] ?? "";
  const given = pattern.severity === undefined ? severity : group(pattern.severity);
  return [group(pattern.file), group(pattern.line), group(pattern.column), given, group(pattern.code)];
}

/** The only severities that the runner knows. */
const severities = { error: "error", warning: "warning", info: "notice", hint: "notice" } as const;

function outputOf(...parameters: readonly string[]): string {
  return runCommand(["--rules", "all", ...parameters, ...files], { cwd: examples }).stdout;
}

test.each([
  ["text", []],
  ["text in colour", ["--color", "always"]],
  ["unix", ["--format", "unix"]],
])("every finding is found in %s, and nothing else", (_, parameters) => {
  const issues = outputOf(...parameters)
    .split("\n")
    .flatMap((line) => [match(line)].filter((issue) => issue !== undefined));
  const findings = filesIn(outputOf("--format", "json")).flatMap(({ diagnostics }) => diagnostics);
  expect(new Set(findings.map(({ severity }) => severity)).size).toBe(4);
  expect(issues).toEqual(
    findings.map(({ path, range: { start }, severity, code }) => {
      return [path, String(start.line), String(start.column), severities[severity], code];
    }),
  );
});

test("a quoted line that looks like a finding is none", () => {
  const input = 'match for local action "x" # smtpd.conf:1:2: error: Not this. [nothing]\n';
  const { stdout } = runCommand(["-"], { input });
  expect(stdout.split("\n").filter((line) => match(line) !== undefined)).toHaveLength(1);
});

test("each owner is there once, so that the action can take all of them away", () => {
  const action = readFileSync(join(checkout, ".github/actions/smtpd-lint/action.yml"), "utf8");
  const removed = /for owner in (.*); do/.exec(action)?.[1]?.split(" ");
  expect(removed).toEqual(matchers.map(({ owner }) => owner));
});
