import { describe, test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "literal-asterisk";

describe("reports", () => {
  test.each([
    'match auth <|"*"|> for any reject',
    'match from auth { alice, <|"*@a.org"|> } for any reject',
    'filter f phase mail-from match auth <|"@*.a.org"|> junk',
    'action a mbox alias { <|"*"|> = root }',
    'action a mbox virtual { "b@a.org" = b, <|"*@a.org"|> = c }',
    'action a mbox userbase { <|"*"|> = "1:1:/x" }',
    'listen on lo senders { <|"*"|> = "@" }',
    'listen on lo hostnames { <|"192.0.2.*"|> = mx.a.org }',
    'action a relay host "smtps://x@mx" auth { <|"*"|> = "u:p" }',
    'listen on lo tls auth { <|"*"|> = x }',
  ])("%j", (text) => expectMarked(code, text));

  test("a key of a file", () =>
    expectMarked(code, "table t file:/v\naction a mbox virtual <t>", {
      files: { "/v": "b@a.org b\n<|*@a.org|> c\n" },
    }));
});

describe("is silent about", () => {
  test.each([
    'match tag "T*" for any reject',
    'match auth { alice, "<user>*" } for any reject',
    'match auth regex "T*" for any reject',
    'match auth ".*X" for any reject',
    'action a relay domain { "*.a.org" = "smtp://mx" }',
    'match auth "bob@*.a.org" for any reject',
    'match auth "@*" for any reject',
    'match for domain "*.a.org" reject',
    'match mail-from "*@a.org" for any reject',
    'action a relay host { "smtp://*" }',
    'action a relay src "*"',
    'action a mbox alias { "*@a.org" = b }',
  ])("%j", (text) => expectSilent(code, text));
});

describe("says what to do", () => {
  test.each([
    ['match auth "T*" for any reject', "a user name", 'Ask with a regular expression: regex "^T".', "T*"],
    ['match auth "*" for any reject', "a user name", "Leave the names out where any will do.", "*"],
    [
      'action a mbox virtual { "x*@a.org" = b }',
      "a virtual address",
      '"@example.org" stands for every user of a domain.',
    ],
    ['action a mbox virtual { "*" = b }', "a virtual address", 'Write "@".', "*"],
    ['action a mbox alias { "x*" = b }', "a user name", "Each name needs an entry of its own."],
    ['action a relay host x auth { "*" = b }', "a label", "Each name needs an entry of its own.", "*"],
    ['listen on lo hostnames { "*" = b }', "an address", "Each name needs an entry of its own.", "*"],
  ])("%s", (text, noun, help, key = text.match(/"(x.*?)"/)?.[1]) =>
    expectMessage(code, text, {
      message: `"${key}" is compared as it stands: an asterisk in ${noun} is no wildcard.`,
      help,
    }),
  );
});

test("asks with a regular expression, or writes the catch-all", () => {
  expectFixed(code, 'match auth "*.X*1" for any reject', 'match auth regex "\\.X.*1$" for any reject');
  expectFixed(code, 'action a mbox virtual { "*@a.org" = b }', 'action a mbox virtual { "@a.org" = b }');
});

describe("does not mend", () => {
  test.each([
    'match auth { "T*", U } for any reject',
    'match auth "*" for any reject',
    'action a mbox alias { "*" = b }',
    "m = '\"T*\"'\nmatch auth $m for any reject",
  ])("%j", (text) => expectNoFix(code, text));
});
