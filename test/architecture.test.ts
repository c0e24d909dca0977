import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, test } from "vitest";
import { findViolations, type Manifest, type Tree } from "./architecture/find-violations.ts";

const root = new URL("../packages/", import.meta.url).pathname;

function readTree(): Tree {
  const names = readdirSync(root).filter((name) => existsSync(join(root, name, "package.json")));
  const manifest = (name: string) => JSON.parse(readFileSync(join(root, name, "package.json"), "utf8")) as Manifest;
  return {
    manifests: new Map(names.map((name) => [name, manifest(name)])),
    sources: new Map(names.flatMap(readSources)),
  };
}

/** The sources that are shipped: without tests and what only tests use. */
function readSources(name: string): [string, string][] {
  return readdirSync(join(root, name, "src"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.ts$/.test(entry.name) && !/(\.test|^testing)\.ts$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [relative(root, path), readFileSync(path, "utf8")]);
}

test("the packages keep to the order of their layers", () => {
  const tree = readTree();
  expect(tree.sources.size).toBeGreaterThan(50);
  expect(findViolations(tree)).toEqual([]);
});

describe("a violation is found:", () => {
  const manifests = new Map<string, Manifest>([
    [
      "smtpd-conf",
      { name: "smtpd-conf", dependencies: { chevrotain: "11.2.0" }, devDependencies: { vitest: "4.1.12" } },
    ],
    ["cli", { name: "smtpd-lint", devDependencies: { commander: "14.0.3", "smtpd-conf": "0.1.0" } }],
    ["language-service", { name: "smtpd-language-service", dependencies: { "smtpd-conf": "0.1.0" } }],
  ]);

  /** Judges files in a tree that also has a file in each layer. */
  function violations(files: Readonly<Record<string, string>>): readonly string[] {
    const empty = [
      "smtpd-conf/src/index.ts",
      "smtpd-conf/src/language/a.ts",
      "smtpd-conf/src/linter/a.ts",
      "cli/src/a.ts",
    ];
    const sources = new Map([...empty.map((path) => [path, ""] as const), ...Object.entries(files)]);
    return findViolations({ manifests, sources });
  }

  test.each<[what: string, from: string, text: string, problem: string]>([
    [
      "a later folder",
      "smtpd-conf/src/parser/b.ts",
      'import { a } from "../linter/a.ts";',
      "parser comes before linter",
    ],
    [
      "a type of a later folder",
      "smtpd-conf/src/model/b.ts",
      'import type { A } from "../linter/a.ts";',
      "model comes before linter",
    ],
    [
      "a re-export of a later folder",
      "smtpd-conf/src/language/b.ts",
      'export * from "../linter/a.ts";',
      "language comes before linter",
    ],
    [
      "the library's own index",
      "smtpd-conf/src/linter/b.ts",
      'import { a } from "../index.ts";',
      "linter comes before index.ts",
    ],
    [
      "a file of another package",
      "cli/src/b.ts",
      'import { a } from "../../smtpd-conf/src/linter/a.ts";',
      "reaches into smtpd-conf",
    ],
    ["a file that is not there", "cli/src/b.ts", 'import { a } from "./c.ts";', "no such source"],
    [
      "a Node built-in in the library",
      "smtpd-conf/src/linter/b.ts",
      'import { readFileSync } from "node:fs";',
      "runs without Node",
    ],
    ["one without its prefix", "smtpd-conf/src/linter/b.ts", 'const fs = await import("fs");', "runs without Node"],
    [
      "an undeclared package",
      "cli/src/b.ts",
      'import { green } from "picocolors/colors";',
      "cli does not declare picocolors",
    ],
    [
      "a package for development only",
      "smtpd-conf/src/linter/b.ts",
      'import { test } from "vitest";',
      "does not declare vitest",
    ],
    [
      "chevrotain outside the parser",
      "smtpd-conf/src/model/b.ts",
      'import { EOF } from "chevrotain";',
      "only the parser knows",
    ],
    [
      "an undeclared package of ours",
      "language-service/src/b.ts",
      'import { a } from "smtpd-lint";',
      "does not declare smtpd-lint",
    ],
  ])("%s", (_what, from, text, problem) => {
    expect(violations({ [from]: text })).toEqual([expect.stringContaining(problem)]);
  });

  test("a package that comes later", () => {
    const wrong = new Map(manifests).set("smtpd-conf", { name: "smtpd-conf", dependencies: { "smtpd-lint": "0.1.0" } });
    const sources = new Map([["smtpd-conf/src/a.ts", 'import { a } from "smtpd-lint";']]);
    expect(findViolations({ manifests: wrong, sources })).toEqual([
      expect.stringContaining("smtpd-conf comes before cli"),
    ]);
  });

  test("a cycle between files", () => {
    const files = {
      "cli/src/b.ts": 'import { c } from "./c.ts";',
      "cli/src/c.ts": 'export { d } from "./d.ts";',
      "cli/src/d.ts": 'import type { B } from "./b.ts";',
    };
    expect(violations(files)).toEqual(["cycle: cli/src/b.ts → cli/src/c.ts → cli/src/d.ts → cli/src/b.ts"]);
  });

  test("but nothing in a tree that keeps to the rules", () => {
    const files = {
      "smtpd-conf/src/linter/b.ts": 'import { a } from "../language/a.ts"; // from "../index.ts"',
      "smtpd-conf/src/parser/b.ts": 'import { EOF } from "chevrotain";',
      "cli/src/b.ts": 'import { lint } from "smtpd-conf"; import { Command } from "commander"; import "node:fs";',
    };
    expect(violations(files)).toEqual([]);
  });
});
