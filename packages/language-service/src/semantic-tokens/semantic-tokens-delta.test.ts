import { describe, expect, test } from "vitest";
import { getSemanticTokensDelta } from "./semantic-tokens-delta.ts";

describe("the change from one answer to the next", () => {
  const one = [0, 0, 4, 1, 0];
  const two = [1, 0, 4, 1, 0];
  const three = [1, 0, 5, 2, 0];
  test.each([
    ["none", [one, two], [one, two], []],
    ["one token more at the end", [one], [one, two], [{ start: 5, deleteCount: 0, data: two }]],
    ["one token more in the middle", [one, three], [one, two, three], [{ start: 5, deleteCount: 0, data: two }]],
    ["one token less", [one, two, three], [one, three], [{ start: 5, deleteCount: 5 }]],
    ["a token that is another one", [one, two, one], [one, three, one], [{ start: 5, deleteCount: 5, data: three }]],
    ["the same token again", [one, two], [one, two, two], [{ start: 10, deleteCount: 0, data: two }]],
    ["from nothing", [], [one], [{ start: 0, deleteCount: 0, data: one }]],
    ["to nothing", [one], [], [{ start: 0, deleteCount: 5 }]],
  ])("%s", (_what, before, after, expected) => {
    expect(getSemanticTokensDelta(before.flat(), after.flat())).toEqual(expected);
  });
});
