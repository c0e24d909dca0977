import { describe, expect, test } from "vitest";
import type { SelectionRange } from "vscode-languageserver-types";
import { getSelectionRanges } from "./selection-ranges.ts";
import { snapshotAt, snapshotOf } from "./testing.ts";

/** What is selected step by step from the cursor on. */
function shown(textWithCursor: string): readonly string[] {
  const { snapshot, position } = snapshotAt(textWithCursor);
  const steps: string[] = [];
  let next: SelectionRange | undefined = getSelectionRanges(snapshot, [position])[0];
  for (; next !== undefined; next = next.parent) steps.push(snapshot.document.getText(next.range));
  return steps;
}

describe("grows from", () => {
  test.each([
    [
      "a word in a string",
      'action "a" maildir "/srv/ma|il/x y"\n',
      [
        "mail",
        "/srv/mail/x",
        "/srv/mail/x y",
        '"/srv/mail/x y"',
        'maildir "/srv/mail/x y"',
        'action "a" maildir "/srv/mail/x y"',
      ],
    ],
    ["a keyword", "match fr|om any for any reject\n", ["from", "from any", "match from any for any reject"]],
    ["a bare word", "match for domain ex|ample.org reject\n", ["example", "example.org", "for domain example.org"]],
    ["an entry", "table t { a = x, b|c = d }\n", ["bc", "bc = d", "a = x, bc = d", "{ a = x, bc = d }"]],
    ["the name of a table", "match from src <t|> for any reject\n", ["t", "<t>", "from src <t>"]],
    ["a member of a chain", "filter c chain { a, b| }\n", ["b", "a, b", "{ a, b }", "filter c chain { a, b }"]],
    [
      "a comment",
      "# see the m|an page\nadmd x\n",
      ["man", "see the man page", "# see the man page", "# see the man page\nadmd x"],
    ],
    ["a comment behind a statement", "admd x # a |b\n", ["b", "a b", "# a b", "admd x # a b"]],
    ["letters beyond ASCII", 'admd "für| x"\n', ["für", "für x", '"für x"', 'admd "für x"']],
    ["an emoji", 'admd "😀|😀 x"\n', ["😀😀", "😀😀 x", '"😀😀 x"', 'admd "😀😀 x"']],
    ["a word that cannot stand there", "queue ttl 4d fo|o\n", ["foo", "queue ttl 4d foo"]],
    ["a string that is not closed", 'admd "a b|\n', ["b", "a b", '"a b', 'admd "a b']],
    ["a macro", "d = x\n\nadmd $|d\n", ["d", "$d", "admd $d"]],
  ])("%s", (_what, text, expected) => expect(shown(text).slice(0, expected.length)).toEqual(expected));
});

describe("beyond the statement", () => {
  test("come the rows up to the next blank ones, and the file", () => {
    expect(shown("admd a\n\n# x\nadmd |b\nadmd c\n \nadmd d\n").slice(-3)).toEqual([
      "admd b",
      "# x\nadmd b\nadmd c",
      "admd a\n\n# x\nadmd b\nadmd c\n \nadmd d\n",
    ]);
  });

  test("comes the file at once, on a blank row", () => {
    expect(shown("admd a\n|\nadmd b\n")).toEqual(["admd a\n\nadmd b\n"]);
  });

  test("comes nothing, where there is nothing", () => expect(shown("|")).toEqual([""]));

  test("a list with blank rows stays whole", () => {
    expect(shown("table t {\na,\n\n|b\n}\n").slice(-2)).toEqual(["table t {\na,\n\nb\n}", "table t {\na,\n\nb\n}\n"]);
  });
});

test("each position has its own", () => {
  const snapshot = snapshotOf("admd x\nadmd y\n");
  const positions = [0, 1].map((line) => ({ line, character: 5 }));
  expect(getSelectionRanges(snapshot, positions).map(({ range }) => range.start.line)).toEqual([0, 1]);
});
