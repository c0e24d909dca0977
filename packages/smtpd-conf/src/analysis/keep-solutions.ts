import { conditionKey, countThings } from "./condition-key.ts";
import { countScenarios } from "./scenario-text.ts";
import { type PropertySolution, solveProperty } from "./solve.ts";

/** `solveProperty`, or something that answers for it. */
export type SolveProperty = typeof solveProperty;

/** Literals up to which solutions are kept, and how many solutions. */
const mostLiterals = 8;
const mostSolutions = 50_000;

/** Solves each problem once: questions about one ruleset ask the same again and again. The work is counted each time. */
export function keepSolutions(): SolveProperty {
  const solutions = new Map<string, KeptSolution>();
  const numbers = countThings();
  const numberOfScenario = countScenarios();
  return (dimension, literals, scenario, settings) => {
    if (literals.length > mostLiterals) return solveProperty(dimension, literals, scenario, settings);
    const parts = literals.map(({ condition, wanted }) => `${wanted} ${conditionKey(condition, numbers)}`);
    const key = `${dimension} ${numberOfScenario(scenario)} ${settings.assume} ${parts.join()}`;
    const known = solutions.get(key);
    const kept = known ?? solve(dimension, literals, scenario, settings);
    if (known === undefined) {
      if (solutions.size >= mostSolutions) solutions.clear();
      solutions.set(key, kept);
    }
    settings.spend?.(kept.work);
    return kept.solution;
  };
}

/** A solution, and the work that it took. */
interface KeptSolution {
  readonly solution: PropertySolution;
  readonly work: number;
}

function solve(...[dimension, literals, scenario, settings]: Parameters<SolveProperty>): KeptSolution {
  let work = 0;
  const spend = (more: number) => {
    work += more;
  };
  const solution = solveProperty(dimension, literals, scenario, { ...settings, spend });
  return { solution, work };
}
