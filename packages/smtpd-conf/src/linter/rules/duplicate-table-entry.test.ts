import { describe, test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectRelated, expectSilent } from "../testing.ts";

const code = "duplicate-table-entry";

describe("reports", () => {
  test.each([
    "match for domain { <|a.org|>, b.org, a.org } reject",
    "match for domain { <|a.org|>, <|A.org|>, a.ORG } reject",
    "action a mbox alias { <|root|> = a, root = b }",
    'action a relay host { <|"smtp://a"|>, "smtp://a" }',
    "table t { <|a|>, a }\nmatch for domain <t> reject\nmatch for domain <t> reject",
    "m = a.org\nmatch for domain { <|$m|>, a.org } reject",
    'match for domain regex { <|"a"|>, "A" } reject',
  ])("%j", (text) => expectMarked(code, text));

  test("entries of a file", () =>
    expectMarked(code, "table t file:/a\naction a mbox alias <t>", {
      files: { "/a": "<|root|>: alice\nbob: alice\nroot: bob\n" },
    }));
});

describe("is silent about", () => {
  test.each([
    "match for domain { a.org, b.org } reject",
    'action a mbox alias { root = "a, a" }',
    "match for domain a.org reject\nmatch for domain a.org reject",
    "table t { a, a }",
  ])("%j", (text) => expectSilent(code, text));
});

test("says which one counts", () => {
  expectMessage(code, "action a mbox alias { root = a, root = b }", {
    message: 'The value of "root" is replaced by that of a later entry with the same key.',
    help: "Put both values behind one key, or delete this entry.",
  });
  expectMessage(code, "action a mbox alias { root = a, root = a }", { help: "Delete one of them." });
  expectMessage(code, "match for domain { a, a } reject", {
    message: '"a" is in this list twice, and counts once.',
    help: undefined,
  });
});

test("shows the later entry", () => expectRelated(code, "action a mbox alias { root = a, <|root|> = b }"));

describe("deletes an entry that changes nothing", () => {
  test.each([
    ["match for domain { a, b, A } reject", "match for domain { b, A } reject"],
    ["match for domain { a a } reject", "match for domain { a } reject"],
    ["action a mbox alias { r = a, r = a, x = b }", "action a mbox alias { r = a, x = b }"],
    ["table t { x, x, \\\n  y }\nmatch for domain <t> reject", "table t { x, \\\n  y }\nmatch for domain <t> reject"],
  ])("%j", (text, fixed) => expectFixed(code, text, fixed));
});

describe("does not choose", () => {
  test.each([
    "action a mbox alias { root = a, root = b }",
    "m = a\nmatch for domain { $m, a } reject",
    "match for domain { a, # first\n a } reject",
  ])("%j", (text) => expectNoFix(code, text));
});
