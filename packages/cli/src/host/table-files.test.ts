import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import type { FileLine } from "smtpd-conf";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTableFiles } from "./table-files.ts";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "smtpd-lint-tables-"));
  mkdirSync(join(folder, "directory"));
  execFileSync("mkfifo", [join(folder, "pipe")]);
});

afterAll(() => rmSync(folder, { recursive: true }));

const files = openTableFiles((path) => path);

/** The lines of a file with these bytes. */
function linesOf(bytes: string | Uint8Array, most = Number.POSITIVE_INFINITY): FileLine[] {
  const path = join(folder, "table");
  writeFileSync(path, bytes);
  const lines: FileLine[] = [];
  expect(files.forEachLine(path, (line) => lines.push(line) < most)).toBe(true);
  return lines;
}

test.each([
  ["", []],
  ["a", ["1 0 a"]],
  ["a\nbc\n", ["1 0 a", "2 2 bc"]],
  ["a\n\n b\r\nc", ["1 0 a", "2 2 ", "3 3  b\r", "4 7 c"]],
  ["\u{1f4ee} x\nb\n", ["1 0 \u{1f4ee} x", "2 5 b"]],
])("cuts %j into lines", (text, lines) => {
  expect(linesOf(text).map(({ number, offset, text }) => `${number} ${offset} ${text}`)).toEqual(lines);
});

test("each line has the encoding that fits it", () => {
  const bytes = Buffer.concat([
    Buffer.from("j\u00f6rg\n"),
    Buffer.from("j\u00f6rg\n", "latin1"),
    Buffer.from("anna\n"),
  ]);
  expect(linesOf(bytes).map(({ text, encoding }) => [text, encoding])).toEqual([
    ["j\u00f6rg", "utf8"],
    ["j\u00f6rg", "latin1"],
    ["anna", "utf8"],
  ]);
});

test("stops when it is told to", () => expect(linesOf("a\nb\nc\n", 2)).toHaveLength(2));

test("a line can be longer than a piece of the file", () => {
  const long = "x".repeat(5_000_000);
  expect(linesOf(`a\n${long}\n${long}\nb`).map(({ text }) => text.length)).toEqual([1, 5_000_000, 5_000_000, 1]);
});

test("agrees with splitting the text, where pieces of the file end anywhere", () => {
  const filler = "y".repeat(1024 * 1024 - 5);
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("a", "\n", "\u00fc"), maxLength: 12 }), (text) => {
      const whole = filler + text;
      const expected = whole.split("\n");
      if (expected.at(-1) === "") expected.pop();
      const lines = linesOf(whole);
      expect(lines.map((line) => line.text)).toEqual(expected);
      for (const line of lines) expect(whole.startsWith(line.text, line.offset)).toBe(true);
    }),
    { numRuns: 30 },
  );
});

describe("knows nothing of", () => {
  test.each(["nowhere", "directory", "pipe"])("%s", (name) => {
    expect(files.forEachLine(join(folder, name), () => true)).toBe(false);
  });

  test("a device, apart from the empty one", () => {
    expect(files.forEachLine("/dev/zero", () => true)).toBe(false);
    expect(files.forEachLine("/dev/null", () => true)).toBe(true);
  });

  test("a relative path, and a place that is not there", () => {
    writeFileSync(join(folder, "table"), "a\n");
    expect(openTableFiles(() => join(folder, "table")).forEachLine("table", () => true)).toBe(false);
    expect(openTableFiles(() => undefined).forEachLine("/table", () => true)).toBe(false);
  });
});

test("what goes wrong in the visitor is not taken for a file that cannot be read", () => {
  const visit = () => {
    throw new Error("a bug");
  };
  writeFileSync(join(folder, "table"), "a\n");
  expect(() => files.forEachLine(join(folder, "table"), visit)).toThrow("a bug");
});
