import { describe, test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectRelated, expectSilent } from "../testing.ts";

const code = "regex-without-keyword";

describe("reports", () => {
  test.each([
    'match mail-from <|"^foo@bar"|> for any reject',
    'match mail-from <|"foo@bar$"|> for any reject',
    'match mail-from <|"foo@bar\\.org"|> for any reject',
    'match mail-from <|".*@bar.org"|> for any reject',
    'match mail-from <|"news.*@bar.org"|> for any reject',
    'match mail-from <|"(a|b)@bar.org"|> for any reject',
    'match mail-from <|"[a-z]@bar.org"|> for any reject',
    'match mail-from <|"[[:alpha:]]@bar.org"|> for any reject',
    'match mail-from <|"(?i)foo@bar.org"|> for any reject',
    'match for domain <|".*example.org"|> reject',
    'match for domain <|"a.org|b.org"|> reject',
    'match for domain { a.org, <|"\\.b\\.org$"|>, "^c" } reject',
    'match from rdns <|"^mx[0-9]+"|> for any reject',
    'match from src <|"^10\\."|> for any reject',
    'match tag <|"^T.*"|> for any reject',
    'match auth <|"^adm"|> for any reject',
    'match helo <|"\\d+-\\d+"|> for any reject',
    'filter f phase connect match rdns <|".*\\.dyn\\..*"|> junk',
    'table t { <|"^a"|>, "^b" }\nmatch mail-from <t> for any reject',
  ])("%j", (text) => expectMarked(code, text));

  test("the pattern of a file", () =>
    expectMarked(code, "table t file:/t\nmatch helo <t> for any reject", { files: { "/t": "a.org\n<|^b|>\n" } }));
});

describe("is silent about", () => {
  test.each([
    'match mail-from regex "^foo" for any reject',
    'match for domain { "*.a.org", "example.*", "mail.*.org" } reject',
    'match mail-from { "@*.a.org", "a+b@c.org", "{x}|y@c.org", "first.last@c.org", "*@c.org" } for any reject',
    'match from src { "[2001:db8::]/32", "[fe80::1%br-lan]", "10.0.0.0/8", "192.168.*", "!10.0.0.1" } for any reject',
    'match for rcpt-to { "@[192.0.2.1]", "x@[IPv6:2001:db8::1]" } reject',
    'match auth { "CORP\\dave", "a|b" } for any reject',
    'match mail-from "$sender" for any reject',
    'match mail-from "$" for any reject',
    'action a mbox virtual { "^foo" = b }',
    'action a relay src "^foo"',
  ])("%j", (text) => expectSilent(code, text));

  test("a release without regular expressions", () =>
    expectSilent(code, 'match mail-from "^foo" for any reject', { target: "6.4.2" }));
});

test("says what the signs are without the word", () => {
  expectMessage(code, 'match mail-from "^foo@bar" for any reject', {
    message: 'Without "regex", "^foo@bar" is compared as it stands, and its "^" has no meaning.',
    help: 'Write "regex" behind "mail-from".',
  });
  expectMessage(code, 'match mail-from { "^foo@bar", "a@b" } for any reject', {
    help: 'Put the regular expressions into a condition of their own, with "regex" behind "mail-from".',
  });
});

test("points at the use of a table", () => {
  expectRelated(code, 'table t { "^a" }\nmatch <|mail-from <t>|> for any reject');
});

describe("inserts the word", () => {
  test.each([
    ['match mail-from "^foo" for any reject', 'match mail-from regex "^foo" for any reject'],
    ['match for domain { "^a", "b$" } reject', 'match for domain regex { "^a", "b$" } reject'],
    ['table t { "^a" }\nmatch helo <t> for any reject', 'table t { "^a" }\nmatch helo regex <t> for any reject'],
  ])("%j", (before, afterwards) => expectFixed(code, before, afterwards));
});

describe("does not mend", () => {
  test.each([
    'match mail-from { "^foo", "a@b" } for any reject',
    'table t { "^foo" = bar }\nmatch mail-from <t> for any reject',
    'match mail-from { "^foo" = bar } for any reject',
    "m = '\"^foo\"'\nmatch mail-from $m for any reject",
    'table t { "^a" }\nmatch helo <t> for any reject\nmatch tag regex <t> for any reject',
  ])("%j", (text) => expectNoFix(code, text));
});
