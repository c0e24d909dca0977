import { describe, expect, test } from "vitest";
import { buildModel } from "../model/build-model.ts";
import { tableFilesOf } from "../model/testing.ts";
import { parseConfiguration } from "../parser/parse-configuration.ts";
import { loopbackOnly } from "./machine-facts.ts";
import { openTables } from "./runtime-tables.ts";
import type { RuntimeTable } from "./table.ts";

/** The table of a name: its keys, or the backend that answers for it. */
function tableOf(text: string, name: string, files?: Readonly<Record<string, string>>) {
  const model = buildModel(parseConfiguration({ path: "smtpd.conf", text, target: "7.9" }), { target: "7.9" });
  return shortly(openTables(model, loopbackOnly, files && tableFilesOf(files)).named(name));
}

function shortly(table: RuntimeTable): readonly string[] | string {
  return table.kind === "KnownTable" ? table.keys : table.backend;
}

describe("has the entries", () => {
  test.each<readonly [what: string, text: string, name: string, keys: readonly string[]]>([
    ["of a list", "table t { B, a, b }\n", "t", ["b", "a"]],
    ["of a mapping, its keys", "table t { B = x, a = y }\n", "t", ["b", "a"]],
    ["of a list without a name", "match from any for domain { a, b } reject\n", "<dynamic:0>", ["a", "b"]],
    [
      "of a word without a name, counted in the order of the file",
      'match from src { 10.0.0.1 } for domain "A" reject\n',
      "<dynamic:1>",
      ["a"],
    ],
    ["that smtpd makes", "", "<anyhost>", ["local", "0.0.0.0/0", "::/0"]],
  ])("%s", (_what, text, name, keys) => expect(tableOf(text, name)).toEqual(keys));
});

describe("reads files", () => {
  const files = { "/t": "# comment\nB x\na: y\n", "/list": "b\nA\n", "/bad": "a x\nb\n", "/old": "::1\n" };

  test.each<readonly [config: string, found: readonly string[] | string]>([
    ["file:/t", ["b", "a"]],
    ['"/t"', ["b", "a"]],
    ["static:/list", ["b", "a"]],
    ["file:/none", "file"],
    ["file:/bad", "file"],
    ["db:/t", "db"],
    ["ldap:/t", "ldap"],
    ["file:/old", [""]],
  ])("%s", (config, found) => expect(tableOf(`table t ${config}\n`, "t", files)).toEqual(found));

  test("only if there are any to read", () => expect(tableOf("table t file:/t\n", "t")).toBe("file"));
});

test("knows nothing of a table that is not there", () => expect(tableOf("", "t")).toBe("none"));

test("makes a table once, for who asks by name and by argument", () => {
  const text = "table t { a }\nmatch from any for domain <t> reject\n";
  const model = buildModel(parseConfiguration({ path: "smtpd.conf", text, target: "7.9" }), { target: "7.9" });
  const tables = openTables(model, loopbackOnly, undefined);
  const [use] = model.tableUses;
  expect(use && tables.of(use.argument)).toBe(tables.named("t"));
});
