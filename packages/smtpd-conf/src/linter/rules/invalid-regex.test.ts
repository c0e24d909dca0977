import { describe, test } from "vitest";
import { expectMarked, expectMessage, expectSilent } from "../testing.ts";

const code = "invalid-regex";

describe("reports", () => {
  test.each([
    'match mail-from regex "foo<|(|>bar" for any reject',
    'match mail-from regex "foo<|[|>bar" for any reject',
    'match mail-from regex "a<|{2,1}|>" for any reject',
    'match mail-from regex "a[<|z-a|>]" for any reject',
    'match mail-from regex "a[<|Z-a|>]" for any reject',
    'match mail-from regex "[<|[:letter:]|>]" for any reject',
    'match mail-from regex "a|<|*|>b" for any reject',
    'match mail-from regex "<|+|>tag@" for any reject',
    'match mail-from regex "<|\\1|>(a)" for any reject',
    'match for domain regex { "a", "(?i)b<|(|>" } reject',
    'filter f phase connect match rdns regex "<|(|>dyn" junk',
    'table t { "<|(|>" }\nmatch tag regex <t> for any reject',
    "m = '\"(\"'\nmatch mail-from regex <|$m|> for any reject",
  ])("%j", (text) => expectMarked(code, text));

  test("the pattern of a file", () =>
    expectMarked(code, "table t file:/t\nmatch helo regex <t> for any reject", { files: { "/t": "ok\nb<|(|>d\n" } }));
});

describe("is silent about", () => {
  test.each([
    'match mail-from regex "(a|b){2,3}[[:alpha:]]$" for any reject',
    'match mail-from regex "[[:ALPHA:]]" for any reject',
    'match mail-from regex "(a)\\1" for any reject',
    'match mail-from regex "a{1000}{1000}" for any reject',
    'match mail-from regex "" for any reject',
    'match mail-from regex "*@example.org" for any reject',
    'match mail-from regex "(?:a)" for any reject',
    'match mail-from "(" for any reject',
    "table t db:/t\nmatch mail-from regex <t> for any reject",
  ])("%j", (text) => expectSilent(code, text));

  test("a release without regular expressions", () =>
    expectSilent(code, 'match mail-from regex "(" for any reject', { target: "6.4.2" }));
});

test("says what is wrong and what happens", () => {
  expectMessage(code, 'match mail-from regex "a(" for any reject', {
    message: '"a(" does not compile, so that it is never found: the "(" has no ")" that closes it.',
    help: 'Write "\\(" where the character itself is meant.',
  });
  expectMessage(code, 'match !mail-from regex "[b-a]" for any reject', {
    message:
      '"[b-a]" does not compile, so that "!mail-from" holds for everybody: the range "b-a" ends before it begins.',
    help: undefined,
  });
});
