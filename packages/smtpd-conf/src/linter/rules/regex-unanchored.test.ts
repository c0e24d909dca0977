import { describe, test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "regex-unanchored";
const action = "action a relay\n";

describe("reports", () => {
  test.each([
    'match for domain regex <|"example.org"|> action a',
    'match for domain regex <|"^example\\.org"|> action a',
    'match for domain regex <|"\\.example\\.org"|> action a',
    'match for domain regex <|".*example.org"|> action a',
    'match for domain regex <|"(a|b)\\.example\\.(org|net)"|> action a',
    'match for domain regex { "^a\\.org$", <|"b\\.org|c\\.org"|> } action a',
    'match for rcpt-to regex <|"@example\\.org"|> action a',
    'match from rdns regex <|"example\\.org$"|> for any action a',
    'match from rdns regex <|"^mx[0-9]+\\.example\\.org"|> for any action a',
    'match from src regex <|"192\\.168\\."|> for any action a',
    'match from src regex <|"10.0.0.1"|> for any action a',
    'match from src regex <|"^10\\.1"|> for any action a',
    'match !from rdns regex <|"example.org"|> for any reject',
    'filter f phase connect match rdns regex <|"example.org"|> bypass',
    'filter f phase connect match !rdns regex <|"example.org"|> disconnect "550 no"',
    'table t { <|"example.org"|> }\nmatch for domain regex <t> reject\nmatch for domain regex <t> action a',
  ])("%j", (text) => expectMarked(code, `${action}${text}`));

  test("the pattern of a file", () =>
    expectMarked(code, `${action}table t file:/t\nmatch for domain regex <t> action a`, {
      files: { "/t": "^a\\.org$\n<|b\\.org|>\n" },
    }));
});

describe("is silent about", () => {
  test.each([
    'match for domain regex "^example\\.org$" action a',
    'match for domain regex "(^|\\.)example\\.org$" action a',
    'match for domain regex "example\\.org$" action a',
    'match for domain regex "example\\.org.*" action a',
    'match for domain regex "example" action a',
    'match for domain regex "[a-z]+\\.[a-z]{2,}" action a',
    'match for domain regex "example.org" reject',
    'match !for domain regex "example.org" action a',
    'match for domain regex "(example.org" action a',
    'match for domain "example.org" action a',
    'match for rcpt-to regex "^postmaster@" action a',
    'match from rdns regex "\\.example\\.org$" for any action a',
    'match from rdns regex ".*example\\.org$" for any action a',
    'match from src regex "^192\\.168\\." for any action a',
    'match from src regex "^10\\.0\\.0\\.1$" for any action a',
    'match from src regex "^192\\.168" for any action a',
    'match mail-from regex "bob@example.org" for any action a',
    'match helo regex "example.org" for any action a',
    'filter f phase connect match rdns regex "dyn.example.org" disconnect "550 no"',
    'filter f phase connect match rdns regex "example.org" report x',
    'filter f phase connect match !rdns regex "example.org" bypass',
  ])("%j", (text) => expectSilent(code, `${action}${text}`));
});

describe("shows what else is found, and how to tie it", () => {
  test.each([
    [
      'for domain regex "example.org"',
      '"example.org" is also found in "notexample.org" and "example.org.attacker.example".',
      'Write "^example\\.org$".',
    ],
    ['for rcpt-to regex "@a.org"', '"@a.org" is also found in "x@a.org.attacker.example".', 'Write "@a\\.org$".'],
    [
      'for domain regex "^a.org$|b.org"',
      '"^a.org$|b.org" is also found in "notb.org" and "b.org.attacker.example".',
      'Tie each of its branches with "^" and "$".',
    ],
    [
      'from src regex "192.168." for any',
      '"192.168." is also found in "203.192.168.0".',
      'Ask for the network: src "192.168.0.0/16".',
    ],
  ])("%s", (condition, message, help) =>
    expectMessage(code, `${action}match ${condition} action a`, { message, help }),
  );
});

describe("ties it", () => {
  test.each([
    ['for domain regex "example.org"', 'for domain regex "^example\\.org$"'],
    ['for domain regex "a.org|b.org"', 'for domain regex "^(a\\.org|b\\.org)$"'],
    ['for domain regex "(?i)^a\\.org"', 'for domain regex "^a\\.org$"'],
    ['for domain regex ".*a.org"', 'for domain regex ".*a\\.org$"'],
    ['from src regex "10.0.0.1" for any', 'from src "10.0.0.1/32" for any'],
  ])("%s", (before, afterwards) =>
    expectFixed(code, `${action}match ${before} action a`, `${action}match ${afterwards} action a`),
  );
});

describe("does not mend", () => {
  test.each([
    "m = '\"a.org\"'\nmatch for domain regex $m action a",
    'match for domain regex "^a.org$|b.org" action a',
    'match from src regex { "10.0.0.1", "^a" } for any action a',
    'table t { "a.org" }\nmatch for domain <t> reject\nmatch for domain regex <t> action a',
  ])("%j", (text) => expectNoFix(code, `${action}${text}`));
});
