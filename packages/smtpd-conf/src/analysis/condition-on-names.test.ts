import { expect, test } from "vitest";
import { conditionOnNames, findsAllOf } from "./condition-on-names.ts";
import { rulesetOf } from "./testing.ts";

const ruleset = rulesetOf("match from any for any reject\n");
const names = { patterns: ["^(mx|www)\\.a\\.example$"], below: ["b.example"] };
const { table } = conditionOnNames("domain", names, ruleset);

test.each([
  ["^(mx|www)\\.a\\.example$", true],
  ["\\.b\\.example$", true],
  ["^(mx|www)\\.c\\.b\\.example$", true],
  ["(^|\\.)b\\.example$", true],
  ["b\\.example$", false],
  ["\\.b\\.example", false],
  ["\\.bb\\.example$", false],
  ["^a\\.example$", false],
  ["(", false],
])("finds all of %s: %s", (pattern, expected) => {
  if (table?.kind !== "KnownTable") throw new Error("a table of expressions was expected");
  expect(findsAllOf(pattern, table)).toBe(expected);
});

test("expressions are searched for in one, where they go together", () => {
  if (table?.kind !== "KnownTable") throw new Error("a table of expressions was expected");
  expect(table.keys).toEqual(["(^(mx|www)\\.a\\.example$)|((^|\\.)b\\.example$)"]);
});
