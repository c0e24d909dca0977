import { expect, test } from "vitest";
import { getHighlights } from "./highlights.ts";
import { getReferences } from "./references.ts";
import { type SnapshotOptions, snapshotAt, withMarks } from "./testing.ts";

function references(textWithCursor: string, includeDeclaration: boolean, options?: SnapshotOptions): string {
  const { snapshot, position } = snapshotAt(textWithCursor, options);
  const locations = getReferences(snapshot, position, { includeDeclaration });
  const here = locations.filter(({ uri }) => uri === snapshot.document.uri).map(({ range }) => range);
  const others = locations.filter(({ uri }) => uri !== snapshot.document.uri);
  return [
    withMarks(snapshot.document, here),
    ...others.map(({ uri, range }) => `${uri} ${range.start.line}:${range.start.character}`),
  ].join("");
}

test.each([
  ["action |x mbox\nmatch for any action x\n", "action x mbox\nmatch for any action <|x|>\n"],
  ['action |x mbox\nmatch for any action "x"\n', 'action x mbox\nmatch for any action "<|x|>"\n'],
  [
    "table t { a }\nmatch for domain <|t> rcpt-to <t> reject\n",
    "table t { a }\nmatch for domain <<|t|>> rcpt-to <<|t|>> reject\n",
  ],
  ["a| = x\naction $a mbox\n", "a = x\naction $<|a|> mbox\n"],
  ["a = x\nb = $a\n|a = y\naction $a mbox\n", "a = x\nb = $<|a|>\na = y\naction $<|a|> mbox\n"],
  ["a = x\naction |x mbox\nmatch for any action $a\n", "a = x\naction x mbox\nmatch for any action <|$a|>\n"],
  [
    "filter |f proc-exec c\nfilter g proc f\nfilter h chain { f, g }\n",
    "filter f proc-exec c\nfilter g proc <|f|>\nfilter h chain { <|f|>, g }\n",
  ],
  [
    "listen on lo tag |t\nmatch tag { t, u } for any reject\n",
    "listen on lo tag t\nmatch tag { <|t|>, u } for any reject\n",
  ],
  [
    'match for domain <"<any|host>"> from src <"<anyhost>"> reject\n',
    'match for domain <"<|<anyhost>|>"> from src <"<|<anyhost>|>"> reject\n',
  ],
  [
    "action x mbox\nmatch for any action x foo\nmatch for any action |x\n",
    "action x mbox\nmatch for any action <|x|> foo\nmatch for any action <|x|>\n",
  ],
  ["act|ion x mbox\n", "action x mbox\n"],
])("uses at %j", (text, expected) => {
  expect(references(text, false)).toBe(expected);
});

test("the definitions, too, if they are asked for", () => {
  expect(references("pki |m cert a\npki m key b\naction x relay pki m\n", true)).toBe(
    "pki <|m|> cert a\npki <|m|> key b\naction x relay pki <|m|>\n",
  );
});

test("uses in other files, each once", () => {
  const files = { "a.conf": "match for any action x\n" };
  expect(references('action |x mbox\ninclude "a.conf"\ninclude "a.conf"\n', true, { files })).toBe(
    'action <|x|> mbox\ninclude "a.conf"\ninclude "a.conf"\nfile:///etc/mail/a.conf 0:21',
  );
});

test("positions count in UTF-16", () => {
  const { snapshot, position } = snapshotAt('action "😀" mbox\nmatch tag "😀" for any action "😀|"\n');
  expect(getReferences(snapshot, position, { includeDeclaration: false })).toEqual([
    { uri: snapshot.document.uri, range: { start: { line: 1, character: 31 }, end: { line: 1, character: 33 } } },
  ]);
});

function highlights(textWithCursor: string, options?: SnapshotOptions): string[] {
  const { snapshot, position } = snapshotAt(textWithCursor, options);
  const found = getHighlights(snapshot, position);
  const marked = withMarks(
    snapshot.document,
    found.map(({ range }) => range),
  );
  return [marked, found.map(({ kind }) => (kind === 3 ? "W" : "R")).join("")];
}

test.each([
  ["action x mbox\nmatch for any action |x\n", ["action <|x|> mbox\nmatch for any action <|x|>\n", "WR"]],
  ["match for any action |x\naction x mbox\n", ["match for any action <|x|>\naction <|x|> mbox\n", "RW"]],
  ["a = x\nb = |$a\n", ["<|a|> = x\nb = $<|a|>\n", "WR"]],
  ["listen on lo tag t\nlisten on eth0 tag |t\n", ["listen on lo tag <|t|>\nlisten on eth0 tag <|t|>\n", "WW"]],
  ["listen |on lo\nlisten on eth0\n", ["listen on lo\nlisten on eth0\n", ""]],
])("highlights at %j", (text, expected) => {
  expect(highlights(text)).toEqual(expected);
});

test("only this document is highlighted", () => {
  const files = { "a.conf": "match for any action x\n" };
  expect(highlights('action |x mbox\ninclude "a.conf"\n', { files })).toEqual([
    'action <|x|> mbox\ninclude "a.conf"\n',
    "W",
  ]);
});
