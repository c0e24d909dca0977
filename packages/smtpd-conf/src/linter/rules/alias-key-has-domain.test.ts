import { describe, test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "alias-key-has-domain";

describe("reports", () => {
  test.each([
    "action a mbox alias { root = b, <|x@a.org|> = c }",
    'action a mbox alias { <|"@a.org"|> = c, <|"@"|> = d }',
    "table t { <|x@a.org|> = b }\naction a mbox alias <t>\naction b maildir alias <t>",
  ])("%j", (text) => expectMarked(code, text));

  test("a key of a file", () =>
    expectMarked(code, "table t file:/a\naction a mbox alias <t>", { files: { "/a": "root: b\n<|x@a.org|>: c\n" } }));
});

describe("is silent about", () => {
  test.each([
    "action a mbox alias { root = x@a.org }",
    "action a mbox virtual { x@a.org = b }",
    'action a mbox alias { "<user>@a.org" = b }',
    "table t db:/x\naction a mbox alias <t>",
    "table t { x@a.org = b }\nmatch for rcpt-to <t> reject",
  ])("%j", (text) => expectSilent(code, text));
});

test("says what is looked up", () =>
  expectMessage(code, "action a mbox alias { x@a.org = b }", {
    message: '"x@a.org" is never looked up: "alias" asks for the user without the domain.',
    help: 'Use "virtual", which asks for whole addresses, or write the user alone.',
  }));

test("uses virtual", () =>
  expectFixed(code, 'action a mbox alias { x@a.org = b, "@" = c }', 'action a mbox virtual { x@a.org = b, "@" = c }'));

describe("does not mend", () => {
  test.each([
    "action a mbox alias { x@a.org = b, y = c }",
    "table t { x@a.org = b }\naction a mbox alias <t>",
    'm = "alias"\naction a mbox $m { x@a.org = b }',
  ])("%j", (text) => expectNoFix(code, text));
});
