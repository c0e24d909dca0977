import { describe, test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "unmatchable-domain";

describe("reports", () => {
  test.each([
    'match for domain <|""|> reject',
    'match for domain <|"a.org b.org"|> reject',
    'match for domain <|"a.org,b.org"|> reject',
    'match for domain { x, <|"a.org "|> } reject',
    "match for domain <|a..org|> reject",
    "match for domain <|a.org.|> reject",
    'match for domain <|"-a.org"|> reject',
    'match for domain <|"münchen.example"|> reject',
    "match for domain <|a.org/24|> reject",
    'match for domain <|"mx?.a.org"|> reject',
    'match for domain <|"2001:db8::1"|> reject',
    'match for domain <|"[192.0.2.0/24]"|> reject',
    'match helo <|"a b"|> for any reject',
    'match from rdns { <|"a b"|>, <|a.org.|>, <|"192.0.2.1"|> } for any reject',
    'filter f phase connect match rdns <|"192.0.2.1"|> junk',
    'filter f phase connect match rdns <|"192.0.2.0/24"|> junk',
    'filter f phase connect match rdns <|"[2001:db8::1]"|> junk',
  ])("%j", (text) => expectMarked(code, text));

  test("an entry of a file", () =>
    expectMarked(code, "table t file:/d\nmatch for domain <t> reject", {
      files: { "/d": "# @list\na.org\n<|b.org c.org|>\n" },
    }));
});

describe("is silent about", () => {
  test.each([
    'match for domain { "^mx", ".*a.org", "mx\\.a" } reject',
    'match for domain "*" reject',
    'match for domain { a.org, "*.a.org", a_b.org, xn--mnchen-3ya.example, localhost } reject',
    'match for domain { "[192.0.2.1]", "[IPv6:2001:db8::1]", "192.0.2.1", "[192.0.2.*]" } reject',
    'match for domain "<domain>" reject',
    'match for domain ".a.org" reject',
    'match for domain "@a b" reject',
    'match for domain "$d here" reject',
    'match for domain regex "a b" reject',
    'filter f phase connect match rdns "<unknown>" junk',
    'filter f phase connect match rdns { a.org, "10.dsl.example" } junk',
    'match from rdns { "*. a", "..a", local } for any reject',
  ])("%j", (text) => expectSilent(code, text));
});

describe("says how it is to be written", () => {
  test.each([
    ['""', 'No name equals "".', "Delete the entry."],
    ['"a b"', 'No name equals "a b".', 'Make each name an entry of its own: { "a.example", "b.example" }.'],
    ['"ä.org"', 'No name equals "ä.org".', 'smtpd takes ASCII names only: write the form that begins with "xn--".'],
    ["a.org/8", 'No name equals "a.org/8".', "A domain is written alone, without a URL, a path or a prefix length."],
    ['"mx?.org"', 'No name equals "mx?.org".', 'Patterns other than "*" need "regex".'],
    ['"::1"', 'No name equals "::1".', 'In a mail address it stands in brackets: "[::1]".'],
    ["a:25", 'No name equals "a:25".', "A domain has letters, digits, dashes and dots, and no label is empty."],
  ])("%s", (word, message, help) => expectMessage(code, `match for domain ${word} reject`, { message, help }));

  test("to a reverse name", () =>
    expectMessage(code, 'filter f phase connect match rdns "192.0.2.1" junk', {
      message: '"192.0.2.1" is an address, and "rdns" compares names.',
      help: 'Ask for addresses with "src".',
    }));
});

test("removes the dot at the end", () =>
  expectFixed(code, 'match for domain "a.org." reject', 'match for domain "a.org" reject'));

test("does not take other entries apart", () => expectNoFix(code, 'match for domain "a.org, b.org" reject'));
