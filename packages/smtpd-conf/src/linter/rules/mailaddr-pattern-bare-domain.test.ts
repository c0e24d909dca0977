import { describe, test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "mailaddr-pattern-bare-domain";

describe("reports", () => {
  test.each([
    "match for rcpt-to <|example.org|> reject",
    'match mail-from { <|"example.org"|>, "@a.org", <|"*.b.de"|> } for any reject',
    'match from mail-from <|"*.example.org"|> for any reject',
    'match rcpt-to <|".example.org"|> reject',
    "filter f phase mail-from match mail-from <|mail.example.org|> junk",
    'listen on lo senders { bob = "<|example.org|>" }',
    'listen on lo senders { bob = "bob@a.org, <|example.org|>" }',
    "table t { <|a.org|> }\nmatch for rcpt-to <t> reject\nmatch for domain <t> reject",
  ])("%j", (text) => expectMarked(code, text));

  test("a key of a mapping", () =>
    expectMarked(code, "table t { <|a.org|> = b }\nmatch for rcpt-to <t> reject", { target: "7.5" }));
});

describe("is silent about", () => {
  test.each([
    'match for rcpt-to { "@example.org", "bob@example.org", postmaster } reject',
    "match for rcpt-to { first.last, j.r.hartley, root } reject",
    'match for rcpt-to regex "example.org" reject',
    'match for rcpt-to "<domain>.org" reject',
    'match for rcpt-to "$domain.org" reject',
    'match for rcpt-to "a b.org" reject',
    "match for domain example.org reject",
    "match auth example.org for any reject",
    "listen on lo senders { example.org = bob }",
  ])("%j", (text) => expectSilent(code, text));
});

test("says what the entry stands for", () =>
  expectMessage(code, "match for rcpt-to example.org reject", {
    message: '"example.org" without an "@" is the user of that name in any domain.',
    help: 'Write "@example.org" for every address in that domain.',
  }));

test("puts an @ before the domain", () => {
  expectFixed(code, "match for rcpt-to a.org reject", 'match for rcpt-to "@a.org" reject');
  expectFixed(
    code,
    "listen on lo senders { bob = 'x@b.org, a.org' }",
    "listen on lo senders { bob = 'x@b.org, @a.org' }",
  );
});

describe("does not mend", () => {
  test.each([
    "table t { a.org }\nmatch for rcpt-to <t> reject\nmatch for domain <t> reject",
    'm = "a.org"\nmatch for rcpt-to $m reject',
  ])("%j", (text) => expectNoFix(code, text));
});
