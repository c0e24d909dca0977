import { expect, test } from "vitest";
import { readSetting } from "./settings-file.ts";

test.each([
  ["dbpath /etc/mail/smtp.sqlite", "dbpath", 0, "/etc/mail/smtp.sqlite"],
  ["url: ldap://ldap.example.org", "url", 0, "ldap://ldap.example.org"],
  ["url : ldap://ldap.example.org", "url", 0, "ldap://ldap.example.org"],
  ["\thost\t\tdb.example.org  ", "host", 1, "db.example.org"],
  ["query_alias SELECT a FROM b WHERE c=?;", "query_alias", 0, "SELECT a FROM b WHERE c=?;"],
  ["host", "host", 0, undefined],
  ["host:", "host", 0, undefined],
  ["host :  ", "host", 0, ":"],
  [":x", "", 0, "x"],
])("%j", (text, key, keyStart, value) => {
  expect(readSetting({ text, number: 1, offset: 0 })).toMatchObject({ key, keyStart, value });
});

test.each(["", "  ", "# comment", "\t# comment"])("%j holds nothing", (text) => {
  expect(readSetting({ text, number: 1, offset: 0 })).toBeUndefined();
});
