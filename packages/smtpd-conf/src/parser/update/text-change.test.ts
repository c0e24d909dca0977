import { describe, expect, test } from "vitest";
import { areAllChanges, type ChangedRange, changedRanges, type TextChange } from "./text-change.ts";

/** Changes as `start-end text`. */
function changesOf(...changes: string[]): TextChange[] {
  return changes.map((change) => {
    const [, start, end, text = ""] = /^(\d+)-(\d+) (.*)$/.exec(change) ?? [];
    return { start: Number(start), end: Number(end), text };
  });
}

/** A range as `where it was > where it is`. */
function shown({ oldStart, oldEnd, newStart, newEnd }: ChangedRange): string {
  return `${oldStart}-${oldEnd} > ${newStart}-${newEnd}`;
}

describe("changes one after the other are ranges of the text before them all:", () => {
  test.each<[what: string, changes: string[], ranges: string[]]>([
    ["none", [], []],
    ["one", ["3-5 abc"], ["3-5 > 3-6"]],
    ["a second one behind it", ["3-5 abc", "10-10 x"], ["3-5 > 3-6", "9-9 > 10-11"]],
    ["a second one before it", ["10-10 x", "3-5 abc"], ["3-5 > 3-6", "10-10 > 11-12"]],
    ["a third one between two", ["0-1 ", "9-9 xy", "4-5 z"], ["0-1 > 0-0", "5-6 > 4-5", "10-10 > 9-11"]],
    ["one that touches another", ["3-5 abc", "6-8 "], ["3-7 > 3-6"]],
    ["one within what another put in", ["3-3 abcdef", "4-5 "], ["3-3 > 3-8"]],
    ["one around another", ["3-5 abc", "1-9 x"], ["1-8 > 1-2"]],
    ["one over two others", ["0-1 ab", "8-9 cd", "1-9 "], ["0-8 > 0-2"]],
    ["one that takes another back", ["3-3 a", "3-4 "], ["3-3 > 3-3"]],
  ])("%s", (_what, changes, ranges) => {
    expect(changedRanges(changesOf(...changes)).map(shown)).toEqual(ranges);
  });
});

describe("changes lead from one text to another", () => {
  test.each<[what: string, changes: string[], after: string, does: boolean]>([
    ["if that is what they make of it", ["1-2 X", "4-4 YY"], "aXcdYYe", true],
    ["if there are none and the texts are the same", [], "abcde", true],
    ["but not to a text that is longer", ["1-2 X"], "aXcdeZ", false],
    ["nor to one that is shorter", ["1-2 X"], "aXcd", false],
    ["nor to one that differs before them", ["1-2 X"], "zXcde", false],
    ["nor to one that differs between them", ["1-2 X", "4-4 Y"], "aXzdYe", false],
    ["nor if they lie behind its end", ["7-7 X"], "abcdeX", false],
  ])("%s", (_what, changes, after, does) => {
    expect(areAllChanges(changedRanges(changesOf(...changes)), "abcde", after)).toBe(does);
  });
});
