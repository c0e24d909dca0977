import { describe, test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "wildcard-without-dot";

describe("reports", () => {
  test.each([
    'match for domain <|"*example.org"|> reject',
    'match for domain { "*.a.org", <|"*a.org"|> } reject',
    'match mail-from <|"@*a.org"|> for any reject',
    "match for domain <|mx*a.example.org|> reject",
    'match for domain <|"*.*a.org"|> reject',
    'filter f phase connect match rdns <|"*-dsl.a.org"|> junk',
  ])("%j", (text) => expectMarked(code, text));
});

describe("is silent about", () => {
  test.each([
    'match for domain ".*a.org" reject',
    'match for domain "*" reject',
    'match for domain "*.example.org" reject',
    'match for domain "*.*.example.org" reject',
    'match for domain "mx*.example.org" reject',
    'match for domain "**.example.org" reject',
    'match for domain "example.*" reject',
    'match for domain "*@a.org" reject',
    'match for domain "*$d" reject',
    'match for domain "*<domain>" reject',
    'match for domain regex ".*example.org" reject',
    'match from rdns "*example.org" reject',
    'match mail-from "a*b@a.org" for any reject',
  ])("%j", (text) => expectSilent(code, text));
});

test("shows what the pattern takes and misses", () => {
  expectMessage(code, 'match for domain "*example.org" reject', {
    message: '"*example.org" also matches "notexample.org", and it does not match "e1.example.org".',
    help: 'Write "*.example.org" and "example.org": the "*" stops at the first character that equals the next one.',
  });
  expectMessage(code, 'match for domain "*Net.org" reject', {
    message: '"*Net.org" also matches "myNet.org", and it does not match "N1.Net.org".',
  });
  expectMessage(code, "match for domain mx*a.org reject", {
    message: 'The "*" in "mx*a.org" stops at the first "a" that comes, and smtpd does not try again.',
    help: 'Put a dot behind the "*", or use a regular expression.',
  });
});

test("puts a dot behind the wildcard", () => {
  expectFixed(code, 'match for domain "*a.org" reject', 'match for domain "*.a.org" reject');
  expectFixed(code, 'match for rcpt-to "x@*a.org" reject', 'match for rcpt-to "x@*.a.org" reject');
});

test("does not know what was meant within a name", () => expectNoFix(code, "match for domain mx*a.org reject"));
