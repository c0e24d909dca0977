import type { Scenario } from "./scenario.ts";

const scenarioTexts = new WeakMap<Scenario, string>();

/** Equal for scenarios that are alike. */
export function scenarioText(scenario: Scenario): string {
  const text = scenarioTexts.get(scenario) ?? JSON.stringify(scenario);
  scenarioTexts.set(scenario, text);
  return text;
}
