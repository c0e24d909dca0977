import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { releases } from "smtpd-conf";
import { beforeAll, describe, expect, test } from "vitest";
import { checkout, prepareCommand, runCommand } from "./command.ts";

const folder = join(checkout, "test/examples");
const examples = readdirSync(folder).filter((name) => name.endsWith(".conf"));
const schema = JSON.parse(readFileSync(join(checkout, "packages/cli/schema/output.schema.json"), "utf8"));
const validate = new Ajv2020({ strict: true, allErrors: true }).compile<Output>(schema);

interface Place {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

interface Range {
  readonly start: Place;
  readonly end: Place;
}

interface Located {
  readonly path: string;
  readonly range: Range;
}

interface Output {
  readonly target: string;
  readonly files: readonly {
    readonly path: string;
    readonly verdict: string;
    readonly suppressed?: readonly unknown[];
    readonly diagnostics: readonly (Located & {
      readonly code: string;
      readonly related: readonly Located[];
      readonly fixes: readonly { readonly edits: readonly (Located & { readonly text: string })[] }[];
    })[];
  }[];
}

beforeAll(prepareCommand);

/** The output for these parameters, which must be what the schema says. */
function outputFor(...parameters: readonly string[]): Output {
  const { stdout } = runCommand(["--format", "json", ...parameters], { cwd: folder });
  const output: unknown = JSON.parse(stdout);
  if (!validate(output)) throw new Error(JSON.stringify(validate.errors, null, 2));
  return output;
}

describe("the schema", () => {
  test.each(examples)("describes the output for %s", (name) => {
    for (const release of ["6.4", "7.4", "7.9"]) {
      const { target, files } = outputFor("--target", release, name);
      expect(releases.includes(target as never)).toBe(true);
      expect(files.map(({ path }) => path)).toEqual([name]);
    }
  });

  test("describes the output for files that cannot be read", () => {
    const { files } = outputFor("nowhere.conf", "clean.conf");
    expect(files.map(({ verdict }) => verdict)).toEqual(["rejected", "accepted"]);
  });

  test("names every release", () => expect(schema.$defs.release.enum).toEqual(releases));

  test("takes nothing else", () => {
    const output = outputFor("names.conf");
    expect(validate({ ...output, version: 2 })).toBe(false);
    expect(validate({ ...output, more: true })).toBe(false);
    expect(validate({ ...output, files: [{ path: "x", verdict: "maybe", diagnostics: [] }] })).toBe(false);
  });

  test("says of every property what it is", () => {
    expect(propertiesWithoutDescription(schema)).toEqual([]);
  });
});

/** Properties that neither describe themselves nor refer to what does, apart from those that their name explains. */
function propertiesWithoutDescription(node: unknown, path = ""): string[] {
  if (typeof node !== "object" || node === null) return [];
  const { properties = {} } = node as { properties?: Record<string, Record<string, unknown>> };
  const silent = Object.entries(properties).filter(([name, value]) => {
    return !("description" in value || "$ref" in value || ["severity", "message", "path"].includes(name));
  });
  const below = Object.entries(node).flatMap(([key, value]) => propertiesWithoutDescription(value, `${path}/${key}`));
  return [...silent.map(([name]) => `${path}/${name}`), ...below];
}

test("there is an entry for each file, in the order given", () => {
  const { files } = outputFor("names.conf", "clean.conf", "kinds.conf");
  expect(files.map(({ path, verdict }) => `${path} ${verdict}`)).toEqual([
    "names.conf rejected",
    "clean.conf accepted",
    "kinds.conf rejected",
  ]);
});

test("-n leaves out nothing that smtpd refuses", () => {
  expect(outputFor("-n", "names.conf")).toEqual(outputFor("names.conf"));
});

test("lines, columns and offsets are of the same place", () => {
  const located = examples.flatMap((name) =>
    outputFor(name).files.flatMap((file) => file.diagnostics.flatMap(placesOf)),
  );
  expect(located.length).toBeGreaterThan(50);
  for (const { path, range } of located) {
    const text = readFileSync(join(folder, path), "utf8");
    for (const { line, column, offset } of [range.start, range.end]) {
      const before = text.slice(0, offset).split("\n");
      expect([line, column]).toEqual([before.length, (before.at(-1) ?? "").length + 1]);
    }
    expect(range.end.offset).toBeGreaterThanOrEqual(range.start.offset);
  }
});

function placesOf(diagnostic: Output["files"][number]["diagnostics"][number]): Located[] {
  return [diagnostic, ...diagnostic.related, ...diagnostic.fixes.flatMap(({ edits }) => edits)];
}

test("the edits of a fix do what they say", () => {
  const [file] = outputFor("first.conf").files;
  const finding = file?.diagnostics.find(({ code }) => code === "undefined-table");
  const [edit] = finding?.fixes[0]?.edits ?? [];
  if (edit === undefined) throw new Error("no fix");
  const text = readFileSync(join(folder, edit.path), "utf8");
  const { start, end } = edit.range;
  expect(text.slice(0, start.offset) + edit.text + text.slice(end.offset)).toContain("alias <aliases>");
});

test("is one object, also for several thousand findings", () => {
  const input = "match for local action x\n".repeat(3000);
  const { stdout } = runCommand(["--format", "json", "-"], { input });
  const output: unknown = JSON.parse(stdout);
  expect(validate(output) && output.files[0]?.diagnostics.length).toBe(3000);
});

test("says what is not shown, and why", () => {
  const input =
    'table t { "a" } # smtpd-lint: disable-line unused-table -- Not yet.\naction "a" mbox\nmatch action "a"\n';
  const output: unknown = JSON.parse(runCommand(["--format", "json", "-"], { input }).stdout);
  if (!validate(output)) throw new Error(JSON.stringify(validate.errors, null, 2));
  expect(output.files[0]?.diagnostics).toEqual([]);
  expect(output.files[0]?.suppressed).toEqual([
    {
      code: "unused-table",
      path: "<stdin>",
      range: { start: { line: 1, column: 7, offset: 6 }, end: { line: 1, column: 8, offset: 7 } },
      by: "comment",
      reason: "Not yet.",
    },
  ]);
});
