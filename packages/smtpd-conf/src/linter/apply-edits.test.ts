import { describe, expect, test } from "vitest";
import type { Source } from "../parser/source.ts";
import { applyChanges, applyEdits, movedBy } from "./apply-edits.ts";
import type { Edit } from "./diagnostic.ts";

const text = "0123456789";
const source: Source = { kind: "file", path: "smtpd.conf", text, encoding: "utf8" };

function edit(start: number, end: number, replacement: string): Edit {
  return { span: { source, start, end }, text: replacement };
}

function change(...edits: Edit[]) {
  return { edits };
}

test("makes edits in any order", () => {
  expect(applyEdits(text, [edit(8, 10, "!"), edit(0, 1, "ab"), edit(4, 4, "-")])).toBe("ab123-4567!");
});

test("of insertions at one place, the first stands first", () => {
  expect(applyEdits(text, [edit(5, 5, "a"), edit(5, 5, "b")])).toBe("01234ab56789");
});

describe("of two changes that meet, the first is made", () => {
  test.each([
    ["overlap", edit(2, 5, "x"), edit(4, 6, "y"), "01x56789"],
    ["touch", edit(2, 5, "x"), edit(5, 6, "y"), "01x56789"],
    ["insert at one place", edit(5, 5, "x"), edit(5, 5, "y"), "01234x56789"],
    ["insert within", edit(2, 8, "x"), edit(5, 5, "y"), "01x89"],
    ["insert in front", edit(5, 5, "x"), edit(5, 6, "y"), "01234x56789"],
  ])("%s", (_how, first, second, made) => {
    const changes = [change(first), change(second)];
    expect(applyChanges(text, changes)).toEqual({
      text: made,
      edits: [first],
      applied: [changes[0]],
      waiting: [changes[1]],
    });
  });
});

test("a change is made as a whole or not at all", () => {
  const changes = [change(edit(2, 3, "x")), change(edit(0, 1, "y"), edit(2, 3, "z")), change(edit(0, 1, "w"))];
  const { text: made, applied, waiting } = applyChanges(text, changes);
  expect([made, applied, waiting]).toEqual(["w1x3456789", [changes[0], changes[2]], [changes[1]]]);
});

test("the edits of one change may touch each other", () => {
  const swap = change(edit(2, 3, ""), edit(3, 3, "x"));
  expect(applyChanges(text, [swap]).text).toBe("01x3456789");
});

test("the same change twice is made once, and counts twice", () => {
  const changes = [change(edit(2, 3, "x")), change(edit(2, 3, "x"))];
  expect(applyChanges(text, changes)).toEqual({
    text: "01x3456789",
    edits: changes[0]?.edits,
    applied: changes,
    waiting: [],
  });
});

test("many changes are made at once", () => {
  const long = "ab ".repeat(20_000);
  const of: Source = { ...source, text: long };
  const changes = Array.from({ length: 20_000 }, (_, index) => {
    return change({ span: { source: of, start: index * 3, end: index * 3 + 1 }, text: "x" });
  });
  expect(applyChanges(long, changes.reverse()).text).toBe("xb ".repeat(20_000));
});

test("offsets move with the text", () => {
  const move = movedBy([edit(2, 4, "xyz"), edit(6, 6, "--"), edit(8, 9, "")]);
  expect([0, 2, 3, 4, 6, 7, 8, 9, 10].map(move)).toEqual([0, 2, 2, 5, 7, 10, 11, 11, 12]);
});
