import { describe, test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "redundant-condition";

describe("reports a condition that all mail meets", () => {
  test.each([
    'match from any <|helo "*"|> for local reject\n',
    'match from any <|helo regex "."|> for local reject\n',
    'match from any <|mail-from regex ".*"|> for local reject\n',
    'match from any <|!helo regex "("|> for local reject\n',
  ])("%j", (text) => expectMarked(code, text));
});

describe("reports a condition that the others imply", () => {
  test.each([
    "match from socket <|auth|> for any reject\n",
    'match from any for domain "example.org" <|rcpt-to "@example.org"|> reject\n',
    'match from any for domain "example.org" <|!rcpt-to "@example.net"|> reject\n',
  ])("%j", (text) => expectMarked(code, text));
});

describe("is silent about", () => {
  test.each([
    ["what makes a difference", 'match from any helo "*.example.org" mail-from "@x" for local rcpt-to bob reject\n'],
    ["mail of this machine, which may come without a login", "match from local auth for any reject\n"],
    ["what earlier rules leave over", "match !from auth for any reject\nmatch from any auth for any reject\n"],
    [
      "a tag that all listeners have",
      "listen on em0 tag a\nlisten on socket tag a\nmatch from any tag a for any reject\n",
    ],
    ["tables that are not known", "table t file:/t\nmatch from any for domain <t> rcpt-to <t> reject\n"],
    ["local names that are not known", 'match from any for local rcpt-to "@localhost" reject\n'],
    ["a rule that matches nothing", 'match from socket !auth helo "*" for any reject\n'],
    ["entries that another rule tells of", 'match from any mail-from "@" for any reject\n'],
    ["conditions that also say where mail comes from", 'match from mail-from regex "." for rcpt-to regex "." reject\n'],
    ["rules that fail", 'match from any tls helo "*" for any reject\n'],
  ])("%s", (_, text) => expectSilent(code, text));
});

test("says what it is that says nothing", () => {
  expectMessage(code, 'match from any helo "*" for any reject\n', {
    message: "All mail meets this condition.",
    help: "Delete it, or write the helo that is meant.",
  });
  expectMessage(code, "match from socket auth for any reject\n", {
    message: "All mail that meets the other conditions of this rule meets this one too.",
  });
});

test("suggests to delete it", () => {
  expectFixed(code, "match from socket auth for any reject\n", "match from socket for any reject\n");
  expectNoFix(code, 'm = "auth"\nmatch from socket $m for any reject\n');
});
