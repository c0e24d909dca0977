import { expect, test } from "vitest";
import { keepSolutions } from "./keep-solutions.ts";
import { literal } from "./literal.ts";
import { rulesetOf, scenariosOf } from "./testing.ts";

test("solves what is the same once, and what is not anew; the work counts each time", () => {
  const domains = ["a.example", "a.example", "b.example"];
  const { rules } = rulesetOf(domains.map((domain) => `match from any for domain ${domain} reject\n`).join(""));
  const conditions = rules.flatMap(({ conditions: all }) => all.filter(({ name }) => name === "for"));
  const [scenario] = scenariosOf("listen on em0\n");
  if (scenario === undefined) throw new Error("no scenario");
  const solve = keepSolutions();
  const solved = conditions.map((condition) => {
    let work = 0;
    const spend = (more: number) => {
      work += more;
    };
    const settings = { delimiter: "+", assume: false, spend };
    return { solution: solve("recipient", [literal(condition, true)], scenario, settings), work };
  });
  expect(solved.map(({ solution }) => solution.kind === "value" && solution.value)).toEqual([
    "somebody@a.example",
    "somebody@a.example",
    "somebody@b.example",
  ]);
  expect(solved[1]?.solution).toBe(solved[0]?.solution);
  expect(solved[1]?.work).toBe(solved[0]?.work);
  expect(solved[0]?.work).toBeGreaterThan(0);
});
