import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "pattern-matches-everything";

describe("reports", () => {
  test.each([
    'match mail-from <|"@"|> for any reject',
    'match for rcpt-to { a@b.org, <|""|> } reject',
    'match !rcpt-to <|"@"|> reject',
    'filter f phase mail-from match mail-from <|"@"|> junk',
    'table v { <|"@"|> = x }\naction a mbox virtual <v>\nmatch for rcpt-to <v> action a',
  ])("%j", (text) => expectMarked(code, text));

  test("an entry of a file, once", () =>
    expectMarked(code, "table t file:/r\nmatch for rcpt-to <t> reject\nmatch rcpt-to <t> reject", {
      files: { "/r": "# @list\n<|@|>\na@b.org\n" },
    }));
});

describe("is silent about", () => {
  test.each([
    'match mail-from { "@a.org", "a@", "@*" } for any reject',
    'match mail-from regex "@" for any reject',
    'match for domain "*" reject',
    'listen on lo senders { bob = "@" }',
    'action a mbox virtual { "@" = x }\nmatch for any action a',
  ])("%j", (text) => expectSilent(code, text));
});

test("names the way to what was perhaps meant", () => {
  expectMessage(code, 'match mail-from "@" for any reject', {
    message: '"@" matches every mail address, that of bounces included.',
    help: 'The empty sender alone is matched by regex "^@$", and all mail by a rule or filter without the condition.',
  });
  expectNoFix(code, 'match mail-from "@" for any reject');
});
