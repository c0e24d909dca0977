import { describe, test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "domain-pattern-has-at";

describe("reports", () => {
  test.each([
    'match for domain <|"@example.org"|> reject',
    'match for domain { a.org, <|"@b.org"|>, <|"c@d.org"|> } reject',
    'match !for domain <|"@example.org"|> reject',
    'match helo <|"bob@example.org"|> for any reject',
    'match from rdns <|"bob@example.org"|> for any reject',
    'table t { <|"@a.org"|> }\nmatch from any for domain <t> reject\nmatch for domain <t> reject',
    'filter f phase connect match rdns <|"@example.org"|> junk',
    'filter f phase helo match helo <|"@example.org"|> junk',
    "m = '\"@a.org\"'\nmatch for domain <|$m|> reject",
  ])("%j", (text) => expectMarked(code, text));

  test("an entry of a file", () =>
    expectMarked(code, "table t file:/d\nmatch for domain <t> reject", {
      files: { "/d": "a.org\n<|@b.org|>\n# @c.org\n" },
    }));
});

describe("is silent about", () => {
  test.each([
    "match for domain example.org reject",
    'match for domain regex "@example.org" reject',
    'match for rcpt-to "@example.org" reject',
    'match for domain "<user>@example.org" reject',
    'match for domain "$user@example.org" reject',
    'table t { "@a.org" }\nmatch for rcpt-to <t> reject',
  ])("%j", (text) => expectSilent(code, text));
});

test("says what a domain is", () => {
  expectMessage(code, 'match for domain "@a.org" reject', {
    message: 'No name equals "@a.org": only the part behind the "@" of an address is a domain.',
    help: 'Write "a.org".',
  });
  expectMessage(code, 'match for domain "@" reject', { help: 'Every domain is "*".' });
  expectMessage(code, "match helo x@a.org for any reject", {
    help: 'Write the name alone, without the "@" and what stands before it.',
  });
});

test("removes the @, or asks for the recipient", () => {
  expectFixed(code, 'match for domain "@a.org" reject', 'match for domain "a.org" reject');
  expectFixed(code, 'match for domain { "@a.org" } reject', 'match for domain { "a.org" } reject');
  expectFixed(code, "match for domain x@a.org reject", "match for rcpt-to x@a.org reject");
});

describe("does not mend", () => {
  test.each([
    "match for domain { x@a.org, b.org } reject",
    "m = '\"@a.org\"'\nmatch for domain $m reject",
    'table t { "@a.org" }\nmatch for domain <t> reject\nmatch for rcpt-to <t> reject',
  ])("%j", (text) => expectNoFix(code, text));
});
