import { describe, test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "regex-perl-syntax";
const rule = (pattern: string) => `match mail-from regex "${pattern}" for any reject`;

describe("reports", () => {
  test.each([
    "^<|\\d|>+@",
    "<|\\D|>",
    "a<|\\t|>b",
    "<|\\A|>foo\\Z",
    "<|(?:|>a|b)",
    "<|(?=|>a)b",
    "<|(?!|>a)b",
    "<|(?<!|>a)b",
    "<|(?P<name>|>a)",
    "a<|(?i)|>b",
    "a.*<|?|>b",
    "a{2}<|?|>b",
    "a*<|+|>b",
    "[<|\\w|>.]+@",
    "[^<|\\s|>]",
    "<|[a\\-z]|>",
    "[^<|\\]|>]",
  ])("%j", (pattern) => expectMarked(code, rule(pattern)));

  test("the pattern of a file", () =>
    expectMarked(code, "table t file:/t\nmatch helo regex <t> for any reject", { files: { "/t": "a\n<|\\d|>\n" } }));

  test("one thing of each pattern", () => expectMarked(code, rule("<|\\d|>\\d(?:a)")));
});

describe("is silent about", () => {
  test.each([
    "[0-9]+\\.[[:digit:]]",
    "\\w\\s\\b\\<a\\>",
    "\\\\d",
    "[\\.]",
    "[a\\-]",
    "[]\\]",
    "(?i)foo",
    "(a)?b*c+d{2}",
    "a\\*?",
    "\\(?a",
    "",
  ])("%j", (pattern) => expectSilent(code, rule(pattern)));

  test("plain entries", () => expectSilent(code, 'match mail-from "\\d" for any reject'));
});

describe("says what it is here", () => {
  test.each([
    ["\\d", '"\\d" is the letter "d" here, and not a digit.', 'Write "[0-9]".'],
    [
      "\\K",
      '"\\K" is the letter "k" here, and not the beginning of what is found.',
      "Extended regular expressions have no such sign.",
    ],
    ["(?:a)", 'smtpd cannot compile "(?:", so that the pattern is never found.', 'Write "(".'],
    [
      "(?=a)",
      'smtpd cannot compile "(?=", so that the pattern is never found.',
      "Extended regular expressions cannot say this: take several conditions.",
    ],
    ["[\\w]", 'In brackets, "\\w" is a backslash and the letter "w".', 'Write "[:alnum:]_" within the brackets.'],
    [
      "a*?",
      '"?" repeats what is repeated already: no repetition is lazy or possessive here.',
      "Remove it: how far a repetition reaches does not matter, and the regular expressions of OpenBSD refuse this.",
    ],
  ])("%j", (pattern, message, help) => expectMessage(code, rule(pattern), { message, help }));
});

describe("writes all of it in extended regular expressions", () => {
  test.each([
    ["^\\d+@", "^[0-9]+@"],
    ["\\Ahost\\D", "^host[^0-9]"],
    ["(?:a|b).*?[\\w.-]", "(a|b).*[[:alnum:]_.-]"],
    ["(?<n>a)[^\\d\\s]", "(a)[^0-9[:space:]]"],
  ])("%j", (pattern, fixed) => expectFixed(code, rule(pattern), rule(fixed)));
});

describe("does not mend", () => {
  test.each(["(?=a)b", "\\d(?!a)", "a\\t", "[\\D]", "[^\\]]"])("%j", (pattern) => expectNoFix(code, rule(pattern)));

  test("what a macro wrote", () => expectNoFix(code, "m = '\"\\d\"'\nmatch mail-from regex $m for any reject"));
});
