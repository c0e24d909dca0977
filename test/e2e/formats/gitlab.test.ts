import { Ajv } from "ajv";
import { afterAll, beforeAll, expect, test } from "vitest";
import { prepareCommand, runCommand } from "../command.ts";
import { hostileFindings, pathOf } from "./findings.ts";
import { type HostileFolder, makeHostileFolder, runOnHostile } from "./inputs.ts";

interface Issue {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: string;
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

/** GitLab publishes no schema. This is what its manual says of a Code Quality report, "Code Quality report format". */
const schema = {
  type: "array",
  items: {
    type: "object",
    required: ["description", "check_name", "fingerprint", "severity", "location"],
    properties: {
      description: { type: "string", minLength: 1 },
      check_name: { type: "string", pattern: "^[a-z0-9-]+$" },
      fingerprint: { type: "string", minLength: 1 },
      severity: { enum: ["info", "minor", "major", "critical", "blocker"] },
      location: {
        type: "object",
        required: ["path", "lines"],
        properties: {
          path: { type: "string", pattern: "^(?!\\./|/)" },
          lines: {
            type: "object",
            required: ["begin"],
            properties: { begin: { type: "integer", minimum: 1 }, end: { type: "integer", minimum: 1 } },
          },
        },
      },
    },
  },
} as const;

const validate = new Ajv({ strict: true }).compile<readonly Issue[]>(schema);

function read(output: string): readonly Issue[] {
  const issues: unknown = JSON.parse(output);
  if (!validate(issues)) throw new Error(JSON.stringify(validate.errors, null, 2));
  return issues;
}

let hostile: HostileFolder;

beforeAll(() => {
  prepareCommand();
  hostile = makeHostileFolder();
});

afterAll(() => hostile.remove());

test("has the documented form and an entry for each finding, for hostile names and texts too", () => {
  const issues = read(runOnHostile("gitlab", hostile).stdout);
  const placesOfIssues = issues.map(({ check_name, location }) => [check_name, location.path, location.lines.begin]);
  const places = hostileFindings(hostile).map(({ code, path, range }) => [code, pathOf(path), range.start.line]);
  const unread = hostile.unreadable.map((path) => ["unreadable-file", path, 1]);
  expect(new Set(placesOfIssues.map(String))).toEqual(new Set([...places, ...unread].map(String)));
});

test("has no fingerprint twice: GitLab shows only one of those", () => {
  const fingerprints = read(runOnHostile("gitlab", hostile).stdout).map(({ fingerprint }) => fingerprint);
  expect(new Set(fingerprints).size).toBe(fingerprints.length);
});

test("has a finding in a file that two others include once", () => {
  const { stdout } = runCommand(["--format", "gitlab", "including.conf", "including-too.conf"], { cwd: hostile.path });
  expect(read(stdout).filter(({ check_name }) => check_name === "invalid-delay")).toHaveLength(1);
});

test.each([
  ["what smtpd refuses", 'match for local action "y"\n', "undefined-action", "blocker"],
  ["an error of a rule", 'match for domain ".example.org" action "x"\n', "domain-leading-dot", "critical"],
  ["a warning", 'table t { "a" }\n', "unused-table", "major"],
  ["information", 'match from any for any action "x"\n', "redundant-match", "minor"],
  ["a hint", "", "explicit-from-for", "info"],
])("%s has its severity", (_, text, code, severity) => {
  const input = `action "x" mbox\nmatch for local action "x"\n${text}`;
  const { stdout } = runCommand(["--format", "gitlab", "--rules", "all", "-"], { input });
  const issue = read(stdout).find(({ check_name }) => check_name === code);
  expect(issue?.severity).toBe(severity);
});

test("is an empty list where nothing is found", () => {
  const input = 'action "a" mbox\nmatch for local action "a"\n';
  expect(read(runCommand(["--format", "gitlab", "-"], { input }).stdout)).toEqual([]);
});
