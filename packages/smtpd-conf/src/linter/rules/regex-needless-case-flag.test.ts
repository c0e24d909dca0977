import { describe, test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "regex-needless-case-flag";

describe("reports", () => {
  test.each([
    'match mail-from regex "<|(?i)|>foo" for any reject',
    'match mail-from regex { a, "<|(?I)|>foo" } for any reject',
  ])("%j", (text) => expectMarked(code, text));
});

describe("is silent about", () => {
  test.each([
    'match mail-from regex "foo" for any reject',
    'match mail-from regex "foo(?i)" for any reject',
    'match mail-from regex "(?i)[[:upper:]]" for any reject',
    'match mail-from "(?i)foo" for any reject',
  ])("%j", (text) => expectSilent(code, text));
});

test("says why, and removes it", () => {
  expectMessage(code, 'match mail-from regex "(?i)foo" for any reject', {
    message: '"(?i)" changes nothing: smtpd compares in lower case.',
    help: "Remove it.",
  });
  expectFixed(code, 'match helo regex "(?i)^foo$" for any reject', 'match helo regex "^foo$" for any reject');
  expectNoFix(code, "m = '\"(?i)foo\"'\nmatch mail-from regex $m for any reject");
});
