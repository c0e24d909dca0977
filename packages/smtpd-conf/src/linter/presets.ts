import type { Rule } from "./rule.ts";

/**
 * The sets of rules that have a name. `recommended`: what hardly anybody would mind. `strict`: that, and what a careful team
 * wants besides. `security`: what guards against relaying, forged senders, and the loss of secrets or of TLS, and nothing
 * else.
 */
export const presetNames = ["recommended", "strict", "security", "all", "none"] as const;

export type PresetName = (typeof presetNames)[number];

/** Whether a rule is on in a set. */
export function isInPreset({ recommended, strict, category, guards }: Rule, preset: PresetName): boolean {
  switch (preset) {
    case "recommended":
      return recommended;
    case "strict":
      return recommended || strict === true;
    case "security":
      return category === "security" || guards === true;
    default:
      return preset === "all";
  }
}
