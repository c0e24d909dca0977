import { expect, test } from "vitest";
import { sameEnds } from "../parser/same-ends.ts";

const [a, b, c, d] = [{}, {}, {}, {}];

test.each([
  ["the same list", [a, b, c], [a, b, c], [0, 1, 2]],
  ["something more in the middle", [a, c], [a, b, c], [0, undefined, 1]],
  ["something less in the middle", [a, b, c], [a, c], [0, 2]],
  ["another thing in the middle", [a, b, c], [a, d, c], [0, undefined, 2]],
  ["nothing in common", [a, b], [c, d], [undefined, undefined]],
  ["a thing twice in a row", [a, b], [a, b, b], [0, 1, undefined]],
  ["no list before", [], [a], [undefined]],
])("%s", (_what, before, now, places) => {
  const placeBefore = sameEnds(before, now);
  expect(now.map((_thing, index) => placeBefore(index))).toEqual(places);
});
