import { expect, test } from "vitest";
import { knownTable } from "../runtime/builtin-tables.ts";
import { conditionOn } from "./condition-on.ts";
import { searchText } from "./search-text.ts";
import { rulesetOf } from "./testing.ts";
import { languageOf } from "./text-language.ts";
import { textShape } from "./text-shapes.ts";

const ruleset = rulesetOf("match for any reject\n");

/** A pattern that a text is to have or, with `!`, not to have. */
function wantedOf(written: string) {
  const member = !written.startsWith("!");
  const condition = conditionOn("rdns", "regex", [member ? written : written.slice(1)], ruleset);
  const language = languageOf(condition, "+");
  if (language === undefined) throw new Error(written);
  return { language, member };
}

test.each([
  [["^a"], "a"],
  [["^a", "!^a$"], "ax"],
  [["a\\.b$", "!^a"], "xa.b"],
  [["^[^.]*$", "\\."], "none"],
  [["^-"], "none"],
  [["(a.*){40}", "!a{3}", "(b.*){40}"], "unknown"],
  [["("], "none"],
])("finds a shortest host name with %j: %s", (patterns, found) => {
  const solution = searchText(textShape("rdns", false), patterns.map(wantedOf));
  expect(solution.kind === "value" ? solution.value : solution.kind).toBe(found);
});

test("finds characters that can only stand in the names of users", () => {
  const solution = searchText(textShape("username", false), ["^[^ -~]$"].map(wantedOf));
  expect(solution.kind === "value" && /^[^ -~]$/.test(solution.value)).toBe(true);
});

test("counts what it does", () => {
  let work = 0;
  searchText(textShape("rdns", false), [wantedOf("abc")], (more) => (work += more));
  expect(work).toBeGreaterThan(10);
});

test("has no language of a table that is too long, or that cannot be read", () => {
  const long = knownTable(
    "t",
    Array.from({ length: 65 }, (_, index) => `a${index}`),
  ).keys;
  expect(languageOf(conditionOn("rdns", "regex", long, ruleset), "+")).toBeUndefined();
  expect(languageOf(conditionOn("rdns", "regex", ["(a)\\1"], ruleset), "+")).toBeUndefined();
});
