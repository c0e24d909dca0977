import { describe, expect, test } from "vitest";
import { chosen, titlesAt } from "./testing.ts";

const only = ["refactor.inline.macro"];

test.each<[what: string, title: string, marked: string, expected: string]>([
  [
    "from its use",
    'Inline macro "d"',
    "d = example.org\naction a maildir\nmatch from any for domain $|d action a\n",
    "action a maildir\nmatch from any for domain example.org action a\n",
  ],
  [
    "from its definition, everywhere",
    'Inline macro "d"',
    "d| = example.org\naction a maildir\nmatch from any for domain $d action a\nmatch for domain { $d, example.net } action a\n",
    "action a maildir\nmatch from any for domain example.org action a\nmatch for domain { example.org, example.net } action a\n",
  ],
  [
    "at one of several uses",
    'Inline macro "d" here only',
    "d = example.org\naction a maildir\nmatch from any for domain $d action a\nmatch for domain { $|d, example.net } action a\n",
    "d = example.org\naction a maildir\nmatch from any for domain $d action a\nmatch for domain { example.org, example.net } action a\n",
  ],
  [
    "a value of several words",
    'Inline macro "opts"',
    'opts = "port 25 mask-src"\nlisten on lo $|opts\naction a maildir\nmatch for local action a\n',
    "listen on lo port 25 mask-src\naction a maildir\nmatch for local action a\n",
  ],
  [
    "a number",
    'Inline macro "p"',
    'p = "2525"\nlisten on lo port $|p\naction a maildir\nmatch for local action a\n',
    "listen on lo port 2525\naction a maildir\nmatch for local action a\n",
  ],
  [
    "a value with quotes of its own",
    'Inline macro "q"',
    'q = \'"my mail"\'\naction $|q maildir\nmatch for local action "my mail"\n',
    'action "my mail" maildir\nmatch for local action "my mail"\n',
  ],
  [
    "within a word that goes on",
    'Inline macro "sub"',
    "sub = mail\naction a maildir\nmatch from any for domain $|sub.example.org action a\n",
    "action a maildir\nmatch from any for domain mail.example.org action a\n",
  ],
  [
    "in the value of another macro",
    'Inline macro "a"',
    "a = example.org\nb = $|a\naction x maildir\nmatch from any for domain $b action x\n",
    "b = example.org\naction x maildir\nmatch from any for domain $b action x\n",
  ],
  [
    "only the uses of this definition",
    'Inline macro "d"',
    "d = one.example\naction a maildir\nmatch from any for domain $|d action a\nd = two.example\nmatch from any for domain $d action a\n",
    "action a maildir\nmatch from any for domain one.example action a\nd = two.example\nmatch from any for domain $d action a\n",
  ],
  [
    "a comment behind the definition stays",
    'Inline macro "d"',
    "d = example.org # ours\naction a maildir\nmatch from any for domain $|d action a\n",
    " # ours\naction a maildir\nmatch from any for domain example.org action a\n",
  ],
])("%s", (_, title, marked, expected) => {
  expect(chosen(marked, title, { only })).toBe(expected);
});

describe("nothing is offered", () => {
  test.each<[what: string, marked: string]>([
    ["for a macro that nothing uses", "d| = example.org\n"],
    ["for a value that would begin a comment", 'd = "a # b"\naction a maildir $|d\n'],
    ["for a value with a dollar sign", "d = '$x'\naction a maildir $|d\n"],
    [
      "within quotes, where a macro is no macro",
      'd = example.org\naction a maildir "$|d"\nmatch for domain example.org action a\n',
    ],
    ["for a macro that is not there", "match for domain $|d reject\n"],
  ])("%s", (_, marked) => {
    expect(titlesAt(marked, { only })).toEqual([]);
  });

  test("for a macro of the command line", () => {
    const marked = "action a maildir\nmatch for domain $|d action a\n";
    expect(titlesAt(marked, { only, definitions: ["d=example.org"] })).toEqual([]);
  });

  test("for all uses where another file has some", () => {
    const marked = "d| = example.org\naction a maildir\ninclude more.conf\n";
    const files = { "more.conf": "match for domain $d action a\n" };
    expect(titlesAt(marked, { only, files })).toEqual([]);
  });
});
