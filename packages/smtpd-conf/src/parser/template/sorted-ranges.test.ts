import { expect, test } from "vitest";
import { firstIndex, mergeRanges, rangesTouching } from "./sorted-ranges.ts";

const list = [
  { start: 0, end: 2 },
  { start: 4, end: 4 },
  { start: 6, end: 9 },
];

test("ranges touch that overlap or meet", () => {
  expect(rangesTouching(list, { start: 2, end: 3 })).toEqual([{ start: 0, end: 2 }]);
  expect(rangesTouching(list, { start: 3, end: 6 })).toEqual(list.slice(1));
  expect(rangesTouching(list, { start: 10, end: 12 })).toEqual([]);
});

test("the first index is that of the first item that is so", () => {
  expect(firstIndex([1, 3, 5], (number) => number > 2)).toBe(1);
  expect(firstIndex([1], (number) => number > 2)).toBe(1);
});

test("ranges that overlap or meet are merged", () => {
  expect(mergeRanges([{ start: 5, end: 8 }, ...list])).toEqual([
    { start: 0, end: 2 },
    { start: 4, end: 4 },
    { start: 5, end: 9 },
  ]);
});
