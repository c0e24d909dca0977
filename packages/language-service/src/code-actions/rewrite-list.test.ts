import { describe, expect, test } from "vitest";
import { chosen, titlesAt } from "./testing.ts";

const only = ["refactor.rewrite"];
const [sort, apart, together] = [
  "Sort the entries",
  "Put each entry on a line of its own",
  "Put the entries on one line",
];

test.each<[what: string, title: string, marked: string, expected: string]>([
  ["sorts a list", sort, "table t { c, |a, B }\n", "table t { a, B, c }\n"],
  ["sorts numbers as numbers", sort, "table t { 10.0.0.10, |10.0.0.9 }\n", "table t { 10.0.0.9, 10.0.0.10 }\n"],
  [
    "sorts a mapping by its keys",
    sort,
    'table t { root = a, |admin = b, "abuse" = c }\n',
    'table t { "abuse" = c, admin = b, root = a }\n',
  ],
  ["keeps the lines of a list", sort, "table t {\n\tb|,\n\ta\n}\n", "table t {\n\ta,\n\tb\n}\n"],
  [
    "keeps the order of keys that are the same: the last one counts",
    sort,
    "table t { b = x, a = y, |b = z }\n",
    "table t { a = y, b = x, b = z }\n",
  ],
  ["breaks a list", apart, "table t { a, |b }\n", "table t {\n    a,\n    b\n}\n"],
  [
    "breaks a list of an indented statement",
    apart,
    "action a maildir\n\tmatch for domain { a, |b } action a\n",
    "action a maildir\n\tmatch for domain {\n\t    a,\n\t    b\n\t} action a\n",
  ],
  [
    "breaks a list of filters",
    apart,
    "filter a proc-exec x\nfilter b proc-exec y\nfilter c chain { a, |b }\n",
    "filter a proc-exec x\nfilter b proc-exec y\nfilter c chain {\n    a,\n    b\n}\n",
  ],
  ["joins a list", together, "table t {\n\ta\n\t|b,\n\tc }\n", "table t { a, b, c }\n"],
])("%s", (_, title, marked, expected) => {
  expect(chosen(marked, title, { only })).toBe(expected);
});

test("breaks a list as a release before 7.5 takes it", () => {
  expect(chosen("table t { a, |b }\n", apart, { only, target: "7.4" })).toBe("table t { \\\n    a, \\\n    b \\\n}\n");
});

describe("nothing is offered", () => {
  test.each<[what: string, marked: string]>([
    ["for one entry", "table t { |a }\n"],
    ["for a list with comments", "table t {\n\tb # one\n\t|a\n}\n"],
    ["outside braces", "ta|ble t { b, a }\n"],
  ])("%s", (_, marked) => {
    expect(titlesAt(marked, { only: ["refactor.rewrite.sort", "refactor.rewrite.list"] })).toEqual([]);
  });

  test.each<[what: string, marked: string]>([
    ["in order", "table t { a, |b }\n"],
    ["of filters, which run in their order", "filter b proc-exec x\nfilter a proc-exec y\nfilter c chain { b, |a }\n"],
    ["whose first entry says what it is", "table t { b = c, |a }\n"],
  ])("to sort a list %s", (_, marked) => {
    expect(titlesAt(marked, { only: ["refactor.rewrite.sort"] })).toEqual([]);
  });
});
