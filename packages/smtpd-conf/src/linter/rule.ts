import type { Availability } from "../language/releases.ts";
import type { Check } from "./check.ts";

/**
 * What a rule is about. `type`: a value that can do nothing where it stands. `intent`: a configuration that does something
 * else than it seems to. `security`: one that lets in or out what it should not. `dead-code`: a part without effect.
 * `portability`: what another release or system reads in another way. `deprecated`: an old form. `style`: a matter of
 * taste, off by default.
 */
export type RuleCategory = "type" | "intent" | "security" | "dead-code" | "portability" | "deprecated" | "style";

/** Something that smtpd accepts and we advise against. It can be switched off. */
export interface Rule extends Check, Availability {
  readonly kind: "lint";
  readonly category: RuleCategory;
  /** Whether it is on unless somebody says otherwise. */
  readonly recommended: boolean;
  /** Whether findings carry a fix, and of which sort. */
  readonly fix?: "safe" | "suggested";
  /**
   * What has to be right before it makes sense to ask. `statement`: the rule looks at one statement at a time, and runs
   * whatever is wrong elsewhere. `configuration`: it looks at how statements play together, and runs only where smtpd
   * accepts them all.
   */
  readonly scope: "statement" | "configuration";
}

/** Something that smtpd lets through. `since` and `until` are the releases that it holds for. */
export function defineRule(rule: Omit<Rule, "kind">): Rule {
  return { kind: "lint", ...rule };
}
