import type { Scenario } from "./scenario.ts";

const scenarioTexts = new WeakMap<Scenario, string>();

/** Equal for scenarios that are alike. */
export function scenarioText(scenario: Scenario): string {
  const text = scenarioTexts.get(scenario) ?? JSON.stringify(scenario);
  scenarioTexts.set(scenario, text);
  return text;
}

/** Gives each scenario a number, the same one to those that are alike. */
export function countScenarios(): (scenario: Scenario) => number {
  const known = new WeakMap<Scenario, number>();
  const byText = new Map<string, number>();
  return (scenario) => {
    const text = known.has(scenario) ? "" : scenarioText(scenario);
    const number = known.get(scenario) ?? byText.get(text) ?? byText.size;
    if (text !== "") byText.set(text, number);
    known.set(scenario, number);
    return number;
  };
}
