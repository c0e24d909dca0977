import { isAvailable, type Release } from "../language/releases.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { isInPreset, type PresetName } from "./presets.ts";
import type { Rule } from "./rule.ts";
import type { GivenOptions } from "./rule-options.ts";

/**
 * Which rules are to run, and how: a set by its name, the codes that are switched on or off besides, and by code the severity
 * and the options where they are not the rule's own. Codes that no rule has are ignored.
 */
export interface RuleSelection {
  readonly preset: PresetName;
  readonly enable?: readonly string[];
  readonly disable?: readonly string[];
  readonly severities?: Readonly<Record<string, Diagnostic["severity"]>>;
  readonly options?: Readonly<Record<string, GivenOptions>>;
}

export const recommendedRules: RuleSelection = { preset: "recommended" };

/** The rules of a selection that mean something for a release, with the severities that it gives them. */
export function selectRules(rules: readonly Rule[], selection: RuleSelection, target: Release): readonly Rule[] {
  const { preset } = selection;
  const [enable, disable] = [new Set(selection.enable), new Set(selection.disable)];
  const isOn = (rule: Rule) =>
    !disable.has(rule.code) && (enable.has(rule.code) || isInPreset(rule, preset)) && isAvailable(rule, target);
  return rules.filter(isOn).map((rule) => adjusted(rule, selection));
}

/** A rule with the severity and the options of a selection. */
function adjusted(rule: Rule, { severities = {}, options = {} }: RuleSelection): Rule {
  const { code, severity, create } = rule;
  const given = Object.hasOwn(options, code) ? options[code] : undefined;
  const chosen = Object.hasOwn(severities, code) ? severities[code] : undefined;
  if (given === undefined && chosen === undefined) return rule;
  return { ...rule, severity: chosen ?? severity, create: (context) => create(context, given) };
}
