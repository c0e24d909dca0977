import { describe, expect, test } from "vitest";
import { chosen, titlesAt } from "./testing.ts";

const only = ["refactor.inline.table"];

test.each<[what: string, marked: string, expected: string]>([
  [
    "from its use",
    "table t { example.org, example.net }\naction a maildir\nmatch from any for domain <t|> action a\n",
    "action a maildir\nmatch from any for domain { example.org, example.net } action a\n",
  ],
  [
    "from its definition",
    "table |t { example.org }\naction a maildir\nmatch from any for domain <t> action a\n",
    "action a maildir\nmatch from any for domain { example.org } action a\n",
  ],
  [
    "over several lines",
    "table t {\n\texample.org\n\texample.net\n}\naction a maildir\nmatch from any for domain <t|> action a\n",
    "action a maildir\nmatch from any for domain { example.org, example.net } action a\n",
  ],
  [
    "a mapping",
    'table t { root = admin, "x@y" = "z z" }\naction a maildir virtual <t|>\nmatch for local action a\n',
    'action a maildir virtual { root = admin, "x@y" = "z z" }\nmatch for local action a\n',
  ],
  [
    "with macros in it",
    "d = example.org\ntable t { $d }\naction a maildir\nmatch from any for domain <t|> action a\n",
    "d = example.org\naction a maildir\nmatch from any for domain { $d } action a\n",
  ],
])("%s", (_, marked, expected) => {
  expect(chosen(marked, 'Inline table "t"', { only })).toBe(expected);
});

test("a macro that has got another value in between is noticed", () => {
  const marked =
    "d = one.example\ntable t { $d }\nd = two.example\naction a maildir\nmatch from any for domain <t|> action a\nmatch for domain $d action a\n";
  expect(chosen(marked, 'Inline table "t"', { only })).toBe("disabled: It would change what smtpd does.");
});

describe("nothing is offered", () => {
  test.each<[what: string, marked: string]>([
    [
      "for a table that is used twice",
      "table t { a }\naction a maildir\nmatch for domain <t|> action a\nmatch helo <t> action a\n",
    ],
    ["for a table in a file", "table t file:/etc/mail/t\naction a maildir\nmatch for domain <t|> action a\n"],
    ["for one that nothing uses", "table |t { a }\n"],
    ["for one with comments", "table t {\n\ta # one\n}\naction a maildir\nmatch for domain <t|> action a\n"],
    ["for one that is defined below", "action a maildir\nmatch for domain <t|> action a\ntable t { a }\n"],
    [
      "for one that is defined twice",
      "table t { a }\ntable t { b }\naction a maildir\nmatch for domain <t|> action a\n",
    ],
    ["where a macro names it", "n = t\ntable t { a }\naction a maildir\nmatch for domain <$n|> action a\n"],
  ])("%s", (_, marked) => {
    expect(titlesAt(marked, { only })).toEqual([]);
  });
});
