import { describe, expect, test } from "vitest";
import { isAtLeast, newestRelease, parseRelease } from "./releases.ts";
import { vulnerabilities } from "./vulnerabilities.ts";

describe.each(vulnerabilities.map((info) => [info.id, info] as const))("%s", (_, { since, until, fixedIn, effect }) => {
  test("ends before the version that mends it, or within its release", () => {
    const fixed = parseRelease(fixedIn);
    expect(fixed && isAtLeast(fixed, until)).toBe(true);
    expect(until).not.toBe(newestRelease);
  });

  test("begins before it ends", () => expect(since === undefined || isAtLeast(until, since)).toBe(true));

  test("says what comes of it within a sentence", () => expect(effect).toMatch(/^[a-z].*[^.]$/));
});

test("stand in the order in which they were mended, each once", () => {
  const ends = vulnerabilities.map(({ until }) => until);
  expect(ends.every((end, index) => index === 0 || isAtLeast(end, ends[index - 1] ?? end))).toBe(true);
  expect(new Set(vulnerabilities.map(({ id }) => id)).size).toBe(vulnerabilities.length);
});
