import { isAvailable, type Release } from "../language/releases.ts";
import type { Rule } from "./rule.ts";

/** Which rules are to run: a set by its name, and the codes that are switched on or off besides. */
export interface RuleSelection {
  readonly preset: "none" | "recommended" | "all";
  readonly enable?: readonly string[];
  readonly disable?: readonly string[];
}

export const recommendedRules: RuleSelection = { preset: "recommended" };

/** The rules of a selection that mean something for a release. Codes that no rule has are ignored. */
export function selectRules(rules: readonly Rule[], selection: RuleSelection, target: Release): readonly Rule[] {
  const { preset, enable = [], disable = [] } = selection;
  const isOn = ({ code, recommended }: Rule) => {
    if (disable.includes(code)) return false;
    return enable.includes(code) || preset === "all" || (preset === "recommended" && recommended);
  };
  return rules.filter((rule) => isOn(rule) && isAvailable(rule, target));
}
