import { describe, test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "lowercased-regex";

describe("reports", () => {
  test.each([
    'match mail-from regex "^<|\\S|>+@" for any reject',
    'match mail-from regex "a<|\\W|>\\S" for any reject',
    'match mail-from regex "<|\\B|>a" for any reject',
    'match mail-from regex "[a<|[:upper:]|>]" for any reject',
    'match mail-from regex "[^<|[:UPPER:]|>]" for any reject',
    'filter f phase connect match rdns regex { a, "<|\\S|>" } junk',
  ])("%j", (text) => expectMarked(code, text));

  test("the pattern of a file", () =>
    expectMarked(code, "table t file:/t\nmatch helo regex <t> for any reject", { files: { "/t": "a<|\\W|>\n" } }));
});

describe("is silent about", () => {
  test.each([
    'match mail-from regex "\\s\\w\\b" for any reject',
    'match mail-from regex "[A-Z]FOO\\." for any reject',
    'match mail-from regex "[\\S]" for any reject',
    'match mail-from regex "\\\\S" for any reject',
    'match mail-from regex "(?i)[[:upper:]]" for any reject',
    'match mail-from regex "[[:ALPHA:]]" for any reject',
    'match mail-from regex ":upper:" for any reject',
    'match mail-from "\\S" for any reject',
  ])("%j", (text) => expectSilent(code, text));
});

test("says what becomes of it", () => {
  expectMessage(code, 'match mail-from regex "\\S" for any reject', {
    message: 'smtpd makes the pattern lower-case, and "\\S" becomes "\\s", which is the opposite.',
    help: 'Write "[^[:space:]]".',
  });
  expectMessage(code, 'match mail-from regex "\\B" for any reject', { help: 'There is no other form of "\\B".' });
  expectMessage(code, 'match mail-from regex "[[:upper:]]" for any reject', {
    message: 'No character is in "[:upper:]", since all that is compared is lower-case.',
    help: 'Write "[:alpha:]": upper and lower case are the same here.',
  });
});

test("writes what stays the same in lower case", () => {
  expectFixed(
    code,
    'match mail-from regex "^\\S+\\W[[:upper:]]" for any reject',
    'match mail-from regex "^[^[:space:]]+[^[:alnum:]_][[:alpha:]]" for any reject',
  );
});

describe("does not mend", () => {
  test.each(['match mail-from regex "\\B" for any reject', "m = '\"\\S\"'\nmatch mail-from regex $m for any reject"])(
    "%j",
    (text) => expectNoFix(code, text),
  );
});
