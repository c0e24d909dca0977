import fc from "fast-check";
import { expect, test } from "vitest";
import { matchesName } from "./name-patterns.ts";

test.each([
  ["shared-domains", "shared-*", true],
  ["shared-", "shared-*", true],
  ["shared", "shared-*", false],
  ["a.b.example.org", "*.example.org", true],
  ["example.org", "*.example.org", false],
  ["abcba", "ab*ba", true],
  ["aba", "ab*ba", false],
  ["a-x-b-y-c", "a*x*y*c", true],
  ["a-y-b-x-c", "a*x*y*c", false],
  ["ab", "a*b*b", false],
  ["", "*", true],
  ["a", "", false],
])("%j and %j: %j", (name, pattern, matches) => expect(matchesName(name, pattern)).toBe(matches));

test("agrees with a regular expression", () => {
  const letters = (alphabet: readonly string[]) => fc.string({ unit: fc.constantFrom(...alphabet), maxLength: 8 });
  fc.assert(
    fc.property(letters(["a", "b"]), letters(["a", "b", "*"]), (name, pattern) => {
      expect(matchesName(name, pattern)).toBe(new RegExp(`^${pattern.replaceAll("*", ".*")}$`).test(name));
    }),
    { numRuns: 2000 },
  );
});
