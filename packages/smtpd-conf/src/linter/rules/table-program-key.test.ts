import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectSilent } from "../testing.ts";

const code = "table-program-key";

describe("reports", () => {
  test.each([
    ["sqlite", "dbpath /db\n<|query_aliases|> SELECT 1\n"],
    ["sqlite", "# Settings\n\ndbpath: /db\n  <|db_path|>\t/db\n"],
    ["mysql", "host h\n<|host|> i\n"],
    ["mysql", "<|host|>\n<|query_alias|>:\n"],
    ["redis", "master h\n<|query_mailaddrmap|> GET x\n"],
    ["ldap", "url: ldap://h\nbasedn: x\n<|alias_attribute|>: mail\n"],
    ["postgres", "conninfo host='h'\n<|host|> h\n"],
  ])("lines of %s: %j", (backend, file) => {
    expectMarked(code, `table t ${backend}:/t\n`, { files: { "/t": file } });
  });

  test.each([
    ["sqlite", "query_alias SELECT 1\n"],
    ["postgres", "query_alias SELECT 1\n"],
    ["ldap", "url ldap://h\n"],
    ["sqlite", ""],
  ])("what is missing for %s in %j", (backend, file) => {
    expectMarked(code, `table t <|${backend}:/t|>\n`, { files: { "/t": file } });
  });
});

describe("is silent about", () => {
  test.each([
    ["sqlite", "dbpath /db\nquery_alias SELECT 1\nfetch_source_expire 5\n"],
    ["mysql", ""],
    ["redis", ""],
    ["ldap", "url: ldap://h\nusername: u\npassword: p\nbasedn: b\nalias_filter: (mail=%s)\nalias_attributes: uid\n"],
    ["passwd", "anna:hash:1:1:Anna:/home/anna:/bin/sh\n"],
    ["socketmap", "anything\n"],
    ["other", "anything\n"],
    ["file", "anything goes\n"],
    ["proc", "anything\n"],
  ])("%s with %j", (backend, file) => expectSilent(code, `table t ${backend}:/t\n`, { files: { "/t": file } }));

  test("a file that cannot be read", () => {
    expectSilent(code, "table t sqlite:/t\n", { files: {} });
    expectSilent(code, "table t sqlite:/t\n");
  });
});

test("names what may be meant", () => {
  const files = { "/t": "dbpath /d\nquery_aliass SELECT 1\n" };
  const message = 'table-sqlite knows no key "query_aliass", and leaves the line out.';
  expectMessage(code, "table t sqlite:/t\n", { message, help: 'Did you mean "query_alias"?' }, { files });
});

test.each([
  ["conninfo x\nconninfo y\n", '"conninfo" is given twice: table-postgres takes it once.'],
  ["conninfo\n", '"conninfo" has no value.'],
  ["", 'The file "/t" has no "conninfo", without which table-postgres cannot work.'],
  ["conninfo x\nhello y\n", 'table-postgres knows no key "hello", and leaves the line out.'],
])("of %j it says %j", (file, message) => {
  expectMessage(code, "table t postgres:/t\n", { message }, { files: { "/t": file } });
});
