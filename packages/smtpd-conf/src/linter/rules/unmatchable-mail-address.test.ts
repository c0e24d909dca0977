import { describe, test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "unmatchable-mail-address";

describe("reports", () => {
  test.each([
    'match for rcpt-to <|"<a@b.org>"|> reject',
    'match mail-from { "@a.org", <|"<@b.org>"|> } for any reject',
    'match mail-from <|"<@>"|> for any reject',
    'filter f phase mail-from match mail-from <|"<>"|> junk',
    'match for rcpt-to <|"a@b.org, c@d.org"|> reject',
    'match for rcpt-to <|"a@b.org c@d.org"|> reject',
    'match for rcpt-to <|"mailto:a@b.org"|> reject',
    "match for rcpt-to <|a@b.org.|> reject",
    "match for rcpt-to { <|b.org.|>, <|a..b@c.org|> } reject",
    "match for rcpt-to <|a@b..org|> reject",
    'match for rcpt-to <|"@münchen.example"|> reject',
    'match for rcpt-to <|"jörg"|> reject',
    'match for rcpt-to <|"(ab)@c.org"|> reject',
    'filter f phase mail-from match mail-from <|"<a@b.org>"|> junk',
    'listen on lo senders { bob = "a@b.org, <|c d@b.org|>" }',
  ])("%j", (text) => expectMarked(code, text));
});

describe("is silent about", () => {
  test.each([
    'match for rcpt-to { "a@b.org", "@b.org", "a", "@", "", "a+b@c.org", "o\'brien@d.org" } reject',
    'match for rcpt-to { "@[192.0.2.1]", "a@[IPv6:2001:db8::1]", "@*.b.org", "@*", "a@" } reject',
    'match for rcpt-to { "*@a.org", "@.a.org" } reject',
    'match for rcpt-to { ".a.org", "^.*@a.org" } reject',
    'match for rcpt-to "<user@domain>" reject',
    'match for rcpt-to "<addresses>" reject',
    'match for rcpt-to "a@$domain" reject',
    'match for rcpt-to regex "a b" reject',
    'match auth "a b" for any reject',
    'listen on lo senders { bob = "a@b.org, c@b.org" }',
  ])("%j", (text) => expectSilent(code, text));
});

describe("says how it is to be written", () => {
  test.each([
    ["<>", 'The empty sender is matched by regex "^@$".'],
    ["<a@b.org>", "smtpd compares addresses without their angle brackets: remove them."],
    ["a@b.org;c@d.org", 'Make each address an entry of its own: { "a@b.example", "@c.example" }.'],
    ["mailto:a@b.org", 'Remove "mailto:".'],
    ["ä@b.org", "smtpd takes ASCII addresses only."],
    ["a@b.org.", "Remove the dot at the end."],
    ["(ab)@c.org", 'Patterns need "regex".'],
    ["a:b@c.org", 'An entry is "user@domain", "@domain", "user", or "@" for everything.'],
  ])("%s", (entry, help) =>
    expectMessage(code, `match for rcpt-to "${entry}" reject`, {
      message: `No mail address matches "${entry}".`,
      help,
    }),
  );
});

test("removes the brackets", () => {
  expectFixed(code, 'match for rcpt-to "<a@b.org>" reject', 'match for rcpt-to "a@b.org" reject');
});

test("does not take other entries apart", () => expectNoFix(code, 'match for rcpt-to "a@b.org, c@d.org" reject'));

test("knows no text for the empty sender", () => expectNoFix(code, 'match mail-from "<@>" for any reject'));
