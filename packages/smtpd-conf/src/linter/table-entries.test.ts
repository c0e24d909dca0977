import { describe, expect, test } from "vitest";
import type { Release } from "../language/releases.ts";
import { buildModel } from "../model/build-model.ts";
import type { TableFiles } from "../model/table-files.ts";
import { tableFilesOf } from "../model/testing.ts";
import type { TableArgument } from "../parser/ast/nodes.ts";
import { parseConfiguration } from "../parser/parse-configuration.ts";
import { textOf } from "../parser/source.ts";
import { forEachEntry, type TableEntry } from "./table-entries.ts";

/** The entries of the first table argument of a text, and whether all are known. */
function entriesOf(text: string, files?: TableFiles, target: Release = "7.9", most = 99) {
  const model = buildModel(parseConfiguration({ path: "smtpd.conf", text, target }), { target });
  const entries: TableEntry[] = [];
  const argument = model.tableUses[0]?.argument as TableArgument;
  const known = forEachEntry(argument, { model, tableFiles: files }, (entry) => entries.push(entry) < most);
  return { entries, known };
}

function pairs(text: string, files?: Readonly<Record<string, string>>, target?: Release) {
  const { entries, known } = entriesOf(text, files && tableFilesOf(files), target);
  return { entries: entries.map(({ key, value }) => (value === undefined ? key : `${key} = ${value}`)), known };
}

const use = "action a mbox alias <t>\n";

describe("visits the entries", () => {
  test.each([
    ["action a mbox alias { a = b, c = d }\n", ["a = b", "c = d"]],
    ["match for domain x action a\n", ["x"]],
    [`table t { a = b }\n${use}`, ["a = b"]],
    [`table t { a = b }\ntable t { c = d }\n${use}`, ["a = b"]],
  ])("of %j", (text, entries) => expect(pairs(text)).toEqual({ entries, known: true }));

  test.each(["table t file:/f\n", 'table t "/f"\n', "table t static:/f\n"])("of the file that %j names", (table) => {
    const files = { "/f": "# Aliases\nroot: anna, bert\n\n  anna\tanna@example.org  \n" };
    expect(pairs(table + use, files)).toEqual({
      entries: ["root = anna, bert", "anna = anna@example.org"],
      known: true,
    });
  });

  test("with the grammar of the release", () => {
    const files = { "/f": "root : anna\n" };
    expect(pairs(`table t "/f"\n${use}`, files, "7.5").entries).toEqual(["root = anna"]);
    expect(pairs(`table t "/f"\n${use}`, files, "7.6").entries).toEqual(["root = : anna"]);
  });

  test("until the visitor has enough", () => {
    const files = tableFilesOf({ "/f": "a\nb\nc\n" });
    expect(entriesOf('table t "/f"\nmatch for domain <t> action a\n', files, "7.9", 2).entries).toHaveLength(2);
  });
});

describe("knows that it does not know", () => {
  test.each([
    ["table t file:/missing\n", []],
    ["table t db:/f\n", []],
    ["table t getpwnam\n", []],
    ["table t sqlite:/f\n", []],
    ["table t file:f\n", []],
    ["", []],
    ["table t file:/broken\n", ["root = anna"]],
  ])("what %j holds", (table, entries) => {
    const files = { "/f": "root anna\n", "/broken": "root anna\nbert\n" };
    expect(pairs(table + use, files)).toEqual({ entries, known: false });
  });

  test("what a file holds, where there are no files", () => {
    expect(pairs(`table t "/f"\n${use}`)).toEqual({ entries: [], known: false });
  });
});

test("the spans lie in a text of the line", () => {
  const files = tableFilesOf({ "/f": "# \u{1f4ee}\n\troot: anna \n" });
  const [entry] = entriesOf(`table t "/f"\n${use}`, files).entries;
  expect(entry?.keySpan).toMatchObject({ start: 1, end: 5, source: { path: "/f", part: { line: 2, offset: 5 } } });
  expect([entry?.keySpan, entry?.valueSpan].map((span) => span && textOf(span))).toEqual(["root", "anna"]);
  expect(entry?.keySpan.source.includedBy && textOf(entry.keySpan.source.includedBy)).toBe('"/f"');
  expect(entry?.inline).toBe(false);
});
