import { describe, test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "domain-leading-dot";

describe("reports", () => {
  test.each([
    'match for domain <|".example.org"|> reject',
    'match !for domain { a.org, <|".b.org"|> } reject',
    'match mail-from <|"@.example.org"|> for any reject',
    'match for rcpt-to <|"bob@.example.org"|> reject',
    'match helo <|".example.org"|> for any reject',
    'filter f phase connect match rdns <|".example.org"|> junk',
    'listen on lo senders { bob = "<|@.a.org|>" }\nlisten on lo senders { bob = "a@b.org, <|@.a.org|>" }',
  ])("%j", (text) => expectMarked(code, text));
});

describe("is silent about", () => {
  test.each([
    'match for domain ".*a.org" reject',
    'match for domain "*.example.org" reject',
    'match for domain regex ".example.org" reject',
    'match for domain ".<domain>" reject',
    'match for domain "..example.org" reject',
    'match from rdns ".example.org" reject',
    'match from src ".example.org" reject',
    'match mail-from ".bob" for any reject',
  ])("%j", (text) => expectSilent(code, text));
});

test("names the forms that there are", () =>
  expectMessage(code, 'match for domain ".a.org" reject', {
    message: '".a.org" is compared as it stands, and no subdomain of "a.org" is that.',
    help: 'Write "*.a.org" for one label before the dot, or a regular expression for any number of them.',
  }));

test("puts an asterisk before the dot", () => {
  expectFixed(code, 'match for domain ".a.org" reject', 'match for domain "*.a.org" reject');
  expectFixed(code, 'match for rcpt-to "bob@.a.org" reject', 'match for rcpt-to "bob@*.a.org" reject');
  expectFixed(
    code,
    'listen on lo senders { bob = "x@b.org, @.a.org" }',
    'listen on lo senders { bob = "x@b.org, @*.a.org" }',
  );
});

test("does not touch what a macro wrote", () => expectNoFix(code, "m = '\".a.org\"'\nmatch for domain $m reject"));
