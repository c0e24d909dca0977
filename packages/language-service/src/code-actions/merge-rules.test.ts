import { describe, expect, test } from "vitest";
import { chosen, titlesAt } from "./testing.ts";

const only = ["refactor.rewrite.merge"];

test.each<[what: string, marked: string, expected: string]>([
  [
    "two words",
    "action a maildir\nmatch from any |for domain example.org action a\nmatch from any for domain example.net action a\n",
    "action a maildir\nmatch from any for domain { example.org, example.net } action a\n",
  ],
  [
    "a list and a word, with what both have left out",
    "action a maildir\nmatch from any| for domain { example.org, example.net } action a\nmatch for domain { example.net, example.com } from any action a\n",
    "action a maildir\nmatch from any for domain { example.org, example.net, example.com } action a\n",
  ],
  [
    "rules that reject",
    "action a maildir\nmatch from src |192.0.2.1 for any reject\nmatch from src 192.0.2.2 for any reject\nmatch for local action a\n",
    "action a maildir\nmatch from src { 192.0.2.1, 192.0.2.2 } for any reject\nmatch for local action a\n",
  ],
])("%s", (_, marked, expected) => {
  expect(chosen(marked, "Merge with the next rule", { only })).toBe(expected);
});

test.each<[what: string, marked: string]>([
  [
    "rules with different actions",
    "action a maildir\naction b mbox\nmatch for| domain a action a\nmatch for domain b action b\n",
  ],
  [
    "rules that differ twice",
    "action a maildir\nmatch for| domain a helo b action a\nmatch for domain c helo d action a\n",
  ],
  ["negated conditions", "action a maildir\nmatch !for| domain a action a\nmatch !for domain b action a\n"],
  [
    "tables with names",
    "table t { a }\naction a maildir\nmatch for| domain <t> action a\nmatch for domain b action a\n",
  ],
  [
    "regular expressions with words",
    "action a maildir\nmatch for| domain regex a action a\nmatch for domain b action a\n",
  ],
  ["rules that are the same", "action a maildir\nmatch for| domain a action a\nmatch for domain a action a\n"],
  [
    "rules with another between them",
    "action a maildir\nmatch for| domain a action a\nmatch for any reject\nmatch for domain b action a\n",
  ],
  ["the last rule", "action a maildir\nmatch for domain a action a\nmatch for| domain b action a\n"],
  [
    "comments that would be lost",
    "action a maildir\nmatch for| domain a action a\nmatch for domain { # ours\nb } action a\n",
  ],
])("not %s", (_, marked) => {
  expect(titlesAt(marked, { only })).toEqual([]);
});

describe("a rule in another file", () => {
  test("is left alone", () => {
    const files = { "more.conf": "match for domain b action a\n" };
    const marked = "action a maildir\nmatch for| domain a action a\ninclude more.conf\n";
    expect(titlesAt(marked, { only, files })).toEqual([]);
  });
});
