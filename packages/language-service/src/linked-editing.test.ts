import { expect, test } from "vitest";
import { getLinkedEditingRanges } from "./linked-editing.ts";
import { type SnapshotOptions, snapshotAt, withMarks } from "./testing.ts";

function linked(textWithCursor: string, options?: SnapshotOptions): string | undefined {
  const { snapshot, position } = snapshotAt(textWithCursor, options);
  const found = getLinkedEditingRanges(snapshot, position);
  return found && withMarks(snapshot.document, found.ranges);
}

test.each([
  ["a| = x\naction $a mbox\n", "<|a|> = x\naction $<|a|> mbox\n"],
  ["a = x\naction |$a mbox\n", undefined],
  ["a = x\naction $|a mbox\n", "<|a|> = x\naction $<|a|> mbox\n"],
  ["a = x\n|a = y\naction $a mbox\n", "<|a|> = x\n<|a|> = y\naction $<|a|> mbox\n"],
  ["a| = x\n", undefined],
  ["action $|a mbox\nmatch for any action $a\n", undefined],
  ["action |x mbox\nmatch for any action x\n", "action <|x|> mbox\nmatch for any action <|x|>\n"],
  ['action |x mbox\nmatch for any action "x"\n', 'action <|x|> mbox\nmatch for any action "<|x|>"\n'],
  ['action "a| b" mbox\nmatch for any action "a b"\n', undefined],
  ["table t { a }\nmatch for domain <|t> reject\n", "table <|t|> { a }\nmatch for domain <<|t|>> reject\n"],
  ["filter |f proc-exec c\nfilter g proc f\n", "filter <|f|> proc-exec c\nfilter g proc <|f|>\n"],
  ["listen on lo tag |t\nmatch tag T for any reject\n", undefined],
  ["m = x\naction |x mbox\nmatch for any action $m\n", undefined],
  ['match for domain <"<|anyhost>"> from src <"<anyhost>"> reject\n', undefined],
  ["|", undefined],
])("at %j", (text, expected) => {
  expect(linked(text)).toBe(expected);
});

test("a name that stands in another file is not linked", () => {
  const files = { "a.conf": "match for any action x\n" };
  expect(linked('action |x mbox\ninclude "a.conf"\n', { files })).toBeUndefined();
});

test("a name ends where what is typed is no part of it any more", () => {
  const { snapshot, position } = snapshotAt("action |x mbox\nmatch for any action x\n");
  const pattern = new RegExp(`^${getLinkedEditingRanges(snapshot, position)?.wordPattern}$`);
  expect(["mail-1.example", "a/b", "two words", "x,", '"x'].map((text) => pattern.test(text))).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});
