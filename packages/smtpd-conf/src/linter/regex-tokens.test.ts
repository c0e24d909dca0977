import fc from "fast-check";
import { expect, test } from "vitest";
import { regexTokens } from "./regex-tokens.ts";

function kinds(pattern: string): string[] {
  return regexTokens(pattern).map(({ kind, text }) => `${kind} ${text}`);
}

test.each([
  ["(?i)a\\.b", ["flag (?i)", "other a", "escape \\.", "other b"]],
  ["(?:a)", ["group (?:", "other a", "other )"]],
  ["(?<n>a)(?<=b)", ["group (?<n>", "other a", "other )", "group (?<=", "other b", "other )"]],
  ["[^]a[:alpha:]].", ["bracket [^]a[:alpha:]]", "any ."]],
  ["[z-a]b", ["bracket [z-a]", "other b"]],
  ["a{2,3}+", ["other a", "repeat {2,3}", "repeat +"]],
  ["[a", ["bracket [a"]],
  ["a\\", ["other a", "other \\"]],
])("the pieces of %j", (pattern, expected) => expect(kinds(pattern)).toEqual(expected));

test("the pieces of any pattern are the whole of it", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."ab()[]{}\\*?:=<>!i.^-]|2,".split("")) }), (pattern) => {
      const tokens = regexTokens(pattern);
      expect(tokens.map(({ text }) => text).join("")).toBe(pattern);
      for (const { text, start } of tokens) expect(pattern.startsWith(text, start)).toBe(true);
    }),
  );
});
