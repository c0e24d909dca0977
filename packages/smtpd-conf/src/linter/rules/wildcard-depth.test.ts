import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectSilent } from "../testing.ts";

const code = "wildcard-depth";

describe("reports", () => {
  test.each([
    'match for domain <|"*.a.org"|> reject',
    'match for domain { b.org, <|"*.a.org"|>, "*.b.org" } reject',
    'match for domain <|"*.a.org"|> reject\nmatch for rcpt-to x@b.org reject',
    'table t { <|"*.a.org"|> }\nmatch for domain <t> reject\nmatch for domain <t> reject',
  ])("%j", (text) => expectMarked(code, text));

  test("an entry of a file", () =>
    expectMarked(code, "table t file:/d\nmatch for domain <t> reject", { files: { "/d": "b.org\n<|*.a.org|>\n" } }));
});

describe("is silent about", () => {
  test.each([
    'match for domain { "*.a.org", a.org } reject',
    'match for domain "*.a.org" reject\nmatch for domain A.org reject',
    'match for domain "*.a.org" reject\nmatch for domain "*.org" reject',
    'match for domain "*.a.org" reject\nmatch for rcpt-to x@a.org reject',
    'match for domain "*.a.org" reject\nmatch for domain regex "a" reject',
    'table t db:/x\nmatch for domain "*.a.org" reject\nmatch for domain <t> reject',
    'table t file:/x\nmatch for domain "*.a.org" reject\nmatch for domain <t> reject',
    'match for domain { "*", "*.*.a.org", "a.*" } reject',
    'match helo "*.a.org" for any reject',
    'match mail-from "@*.a.org" for any reject',
    'filter f phase connect match rdns "*.a.org" junk\nmatch for any reject',
  ])("%j", (text) => expectSilent(code, text));
});

test("names the domain that is missing", () =>
  expectMessage(code, 'match for domain "*.a.org" reject', {
    message: '"*.a.org" matches names with one label before "a.org", but not "a.org" itself.',
    help: 'List "a.org" too, unless mail for it is meant to be refused.',
  }));
