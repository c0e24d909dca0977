import { describe, test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "mailaddr-pattern-wildcard-user";

describe("reports", () => {
  test.each([
    'match for rcpt-to <|"*@example.org"|> reject',
    'match rcpt-to <|"*"|> reject',
    'match !mail-from { "@a.org", <|"*@*"|>, <|n*@b.org|> } for any reject',
    'filter f phase mail-from match mail-from <|"*@a.org"|> junk',
    'listen on lo senders { bob = "<|*@a.org|>" }',
    'listen on lo senders { bob = "b@a.org,<|*@a.org|>" }',
  ])("%j", (text) => expectMarked(code, text));

  test("an entry of a file", () =>
    expectMarked(code, "table t file:/r\nmatch for rcpt-to <t> reject", { files: { "/r": "a@a.org\n<|*@b.org|>\n" } }));
});

describe("is silent about", () => {
  test.each([
    'match for rcpt-to { "@example.org", "bob@*.example.org", "@*" } reject',
    'match for rcpt-to { "*.example.org", "*example.org" } reject',
    'match for rcpt-to regex "*@example.org" reject',
    'match for rcpt-to "*@<domain>" reject',
    'match auth "*" for any reject',
    'match for domain "*" reject',
    'listen on lo senders { "*" = "bob@a.org" }',
  ])("%j", (text) => expectSilent(code, text));
});

describe("says what to write", () => {
  test.each([
    ["*@a.org", 'Write "@a.org" for every user of "a.org".'],
    ["*@*", 'Write "@" for every address.'],
    ["*", 'Write "@" for every address.'],
    ["n*@a.org", "Take a regular expression, or list the addresses."],
  ])("%s", (entry, help) =>
    expectMessage(code, `match for rcpt-to "${entry}" reject`, {
      message: `"${entry}" never matches: before the "@", an asterisk stands for itself.`,
      help,
    }),
  );
});

test("leaves the wildcard out", () => {
  expectFixed(code, 'match for rcpt-to "*@a.org" reject', 'match for rcpt-to "@a.org" reject');
});

test.each(["n*@a.org", '"*"', '"*@*"'])("has no better %s", (pattern) => {
  expectNoFix(code, `match for rcpt-to ${pattern} reject`);
});
