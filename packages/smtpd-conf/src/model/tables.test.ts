import { describe, expect, test } from "vitest";
import type { TableKind } from "../language/table-places.ts";
import type { TableDirective } from "../parser/ast/nodes.ts";
import { parseConfiguration } from "../parser/parse-configuration.ts";
import { builtinTables, kindOfInline, parseTableConfig, tableOf } from "./tables.ts";

function tableIn(text: string): TableDirective {
  const [line] = parseConfiguration({ path: "smtpd.conf", text }).lines;
  if (line?.kind !== "TableDirective") throw new Error("no table statement");
  return line;
}

describe("parseTableConfig", () => {
  test.each<[string, string, string | undefined]>([
    ["/etc/mail/aliases", "static", "/etc/mail/aliases"],
    ["/a:b", "static", "/a:b"],
    ["file:/etc/mail/aliases", "file", "/etc/mail/aliases"],
    ["file:relative", "file", "relative"],
    ["db:/a:b", "db", "/a:b"],
    ["ldap:", "ldap", ""],
    [":x", "", "x"],
    ["passwd", "passwd", undefined],
    ["", "", undefined],
  ])("%j", (config, backend, path) => {
    expect(parseTableConfig(config)).toEqual({ backend, path });
  });
});

describe("tableOf", () => {
  const kinds: Readonly<Record<string, TableKind>> = { "/list": "list", "/mapping": "mapping", "/empty": "none" };

  test.each<[string, TableKind, string]>([
    ["table t { a }", "list", "static"],
    ["table t { a, b }", "list", "static"],
    ["table t { a = b }", "mapping", "static"],
    ['table t "/list"', "list", "static"],
    ["table t file:/mapping", "mapping", "file"],
    ["table t static:/empty", "none", "static"],
    ["table t file:/other", "unknown", "file"],
    ["table t db:/list", "dynamic", "db"],
    ["table t ldap:/mapping", "dynamic", "ldap"],
    ["table t passwd", "dynamic", "passwd"],
    ["table t file", "none", "file"],
    ["table t static", "none", "static"],
  ])("%s is a %s", (text, kind, backend) => {
    expect(tableOf(tableIn(text), (path) => kinds[path])).toEqual({ kind, backend });
  });

  test("of a statement that breaks off is unknown", () => {
    expect(tableOf({ config: undefined, entries: undefined }, () => "list")).toEqual({
      kind: "unknown",
      backend: "static",
    });
  });

  test("reads only files that smtpd reads itself", () => {
    const read: string[] = [];
    const readKind = (path: string) => {
      read.push(path);
      return undefined;
    };
    for (const config of ["file:/a", "static:/b", '"/c"', "db:/d", "ldap:/e", "file"]) {
      tableOf(tableIn(`table t ${config}`), readKind);
    }
    expect(read).toEqual(["/a", "/b", "/c"]);
  });
});

test("the first entry of an inline table decides about its kind", () => {
  const kindOf = (text: string) => kindOfInline(tableIn(`table t ${text}`).entries as never);
  expect([kindOf("{ a }"), kindOf("{ a, b }"), kindOf("{ a = b, c = d }")]).toEqual(["list", "list", "mapping"]);
});

test("smtpd makes five tables by itself, none of which can be named without quotes", () => {
  expect([...builtinTables.keys()].every((name) => /^<.+>$/.test(name))).toBe(true);
  expect(builtinTables.size).toBe(5);
});
