import { expect, test } from "vitest";
import { matchesRegularExpression, parseRegularExpression } from "../runtime/regular-expression/regular-expression.ts";
import { regexExample } from "./regex-example.ts";

test.each([
  ["^mx[0-9]\\.example\\.org$", "mx0.example.org"],
  ["@(a|b)\\.example$", "@a.example"],
  ["^.*@example\\.org$", "@example.org"],
  ["a{2,}b?", "aa"],
  ["^[^a-z]$", "0"],
  ["", ""],
])("finds an example of %s", (pattern, example) => {
  expect(regexExample(pattern)).toBe(example);
  const expression = parseRegularExpression(pattern);
  expect(expression.kind === "RegularExpression" && matchesRegularExpression(expression, example)).toBe(true);
});

test("has none of what cannot be read, and keeps within bounds", () => {
  expect(regexExample("(")).toBeUndefined();
  expect(regexExample("(a{100}){50}")).toHaveLength(256);
});
