import { describe, test } from "vitest";
import { expectFixed, expectMarked, expectMessage, expectNoFix, expectSilent } from "../testing.ts";

const code = "quoted-table-reference";

describe("reports", () => {
  test.each([
    'table t { x }\nmatch for domain <|"<t>"|> reject',
    'table t { x }\nmatch from src <|"< t >"|> for any reject',
    'table t { x }\nmatch for domain { a.org, <|"<t>"|> } reject',
    "table t { x }\nfilter f phase connect match rdns <|'<t>'|> junk",
    'match for domain <|"<t>"|> reject\ntable t { x }',
    'table t { a = b }\naction a mbox alias <|"<t>"|>',
    "table t { x }\nm = \"'<t>'\"\nmatch for domain <|$m|> reject",
  ])("%j", (text) => expectMarked(code, text));
});

describe("is silent about", () => {
  test.each([
    "table t { x }\nmatch for domain <t> reject",
    'table t { x }\nmatch for domain <"t"> reject',
    'table t { x }\nmatch for domain "<u>" reject',
    'table t { x }\nmatch for domain "t" reject',
    'match from src <"<localhost>"> for any reject',
    'table t { x }\nmatch for rcpt-to "<t@a.org>" reject',
  ])("%j", (text) => expectSilent(code, text));
});

test("says what the text is", () => {
  expectMessage(code, 'table t { x }\nmatch for domain "<t>" reject', {
    message: 'In quotes, "<t>" is a text: the table "t" is not asked.',
    help: "Write <t> without quotes.",
  });
  expectMessage(code, 'table t { x }\nmatch for domain { a, "<t>" } reject', {
    help: "A table cannot be an entry of a list: use it alone, without quotes.",
  });
});

test("removes the quotes", () =>
  expectFixed(code, 'table t { x }\nmatch for domain "< t >" reject', "table t { x }\nmatch for domain <t> reject"));

describe("does not mend", () => {
  test.each([
    'match for domain "<t>" reject\ntable t { x }',
    'table t { x }\nmatch for domain { "<t>" } reject',
    "table t { x }\nm = \"'<t>'\"\nmatch for domain $m reject",
  ])("%j", (text) => expectNoFix(code, text));
});
