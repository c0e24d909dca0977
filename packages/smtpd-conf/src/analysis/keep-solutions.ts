import { conditionKey, countThings } from "./condition-key.ts";
import type { Scenario } from "./scenario.ts";
import { type PropertySolution, solveProperty } from "./solve.ts";

/** `solveProperty`, or something that answers for it. */
export type SolveProperty = typeof solveProperty;

/** Literals up to which solutions are kept, and how many solutions. */
const mostLiterals = 8;
const mostSolutions = 50_000;

/** Solves each problem once: questions about one ruleset ask the same again and again. */
export function keepSolutions(): SolveProperty {
  const solutions = new Map<string, PropertySolution>();
  const numbers = countThings();
  const scenarios = new WeakMap<Scenario, string>();
  const scenarioKey = (scenario: Scenario) => {
    const known = scenarios.get(scenario) ?? JSON.stringify(scenario);
    scenarios.set(scenario, known);
    return known;
  };
  return (dimension, literals, scenario, settings) => {
    if (literals.length > mostLiterals) return solveProperty(dimension, literals, scenario, settings);
    const parts = literals.map(({ condition, wanted }) => `${wanted} ${conditionKey(condition, numbers)}`);
    const key = `${dimension} ${scenarioKey(scenario)} ${settings.assume} ${parts.join()}`;
    const solution = solutions.get(key) ?? solveProperty(dimension, literals, scenario, settings);
    if (solutions.size < mostSolutions) solutions.set(key, solution);
    return solution;
  };
}
