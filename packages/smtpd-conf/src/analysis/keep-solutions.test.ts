import { expect, test } from "vitest";
import { keepSolutions } from "./keep-solutions.ts";
import { literal } from "./literal.ts";
import { rulesetOf, scenariosOf } from "./testing.ts";

test("solves what is the same once, and what is not anew", () => {
  const domains = ["a.example", "a.example", "b.example"];
  const { rules } = rulesetOf(domains.map((domain) => `match from any for domain ${domain} reject\n`).join(""));
  const conditions = rules.flatMap(({ conditions: all }) => all.filter(({ name }) => name === "for"));
  const [scenario] = scenariosOf("listen on em0\n");
  if (scenario === undefined) throw new Error("no scenario");
  let work = 0;
  const spend = () => {
    work++;
  };
  const solve = keepSolutions();
  const solved = conditions.map((condition) => {
    const before = work;
    const settings = { delimiter: "+", assume: false, spend };
    const solution = solve("recipient", [literal(condition, true)], scenario, settings);
    return [solution.kind === "value" && solution.value, work > before];
  });
  expect(solved).toEqual([
    ["somebody@a.example", true],
    ["somebody@a.example", false],
    ["somebody@b.example", true],
  ]);
});
