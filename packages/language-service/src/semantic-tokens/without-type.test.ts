import { expect, test } from "vitest";
import { withoutType } from "./without-type.ts";

test.each([
  ["nothing to leave out", [0, 0, 5, 1, 0, 1, 2, 3, 2, 0], [0, 0, 5, 1, 0, 1, 2, 3, 2, 0]],
  ["one in the middle of a row", [0, 0, 5, 1, 0, 0, 6, 2, 9, 0, 0, 3, 1, 2, 4], [0, 0, 5, 1, 0, 0, 9, 1, 2, 4]],
  ["one at the end of a row", [0, 0, 5, 1, 0, 0, 6, 2, 9, 0, 2, 3, 1, 2, 4], [0, 0, 5, 1, 0, 2, 3, 1, 2, 4]],
  ["the only one of a row", [0, 0, 5, 1, 0, 1, 6, 2, 9, 0, 2, 3, 1, 2, 4], [0, 0, 5, 1, 0, 3, 3, 1, 2, 4]],
  ["the first and the last", [1, 1, 1, 9, 0, 0, 4, 2, 1, 0, 1, 1, 1, 9, 0], [1, 5, 2, 1, 0]],
  ["all", [1, 1, 1, 9, 0], []],
])("%s", (_, data, expected) => expect(withoutType(data, 9)).toEqual(expected));
