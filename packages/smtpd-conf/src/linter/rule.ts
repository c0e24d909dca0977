import type { Availability } from "../language/releases.ts";
import type { Check, CheckContext, Visitor } from "./check.ts";
import { type GivenOptions, type OptionValues, optionValues, type RuleOptions } from "./rule-options.ts";

/**
 * What a rule is about. `type`: a value that can do nothing where it stands. `intent`: a configuration that does something
 * else than it seems to. `security`: one that lets in or out what it should not. `dead-code`: a part without effect.
 * `portability`: what another release or system reads in another way. `deprecated`: an old form. `style`: a matter of
 * taste, off by default.
 */
export type RuleCategory = (typeof ruleCategories)[number];

export const ruleCategories = [
  "security",
  "intent",
  "type",
  "dead-code",
  "deprecated",
  "portability",
  "style",
] as const;

/** Something that smtpd accepts and we advise against. It can be switched off. */
export interface Rule extends Check, Availability {
  readonly kind: "lint";
  readonly category: RuleCategory;
  /** Whether it is on unless somebody says otherwise. */
  readonly recommended: boolean;
  /** Whether careful people want it on although it is not recommended to everybody. */
  readonly strict?: true;
  /** Whether it guards against relaying, forged senders, or the loss of secrets or of TLS although its category is another. */
  readonly guards?: true;
  /** Whether findings carry a fix, and of which sort. */
  readonly fix?: "safe" | "suggested";
  /**
   * What has to be right before it makes sense to ask. `statement`: the rule looks at one statement at a time, and runs
   * whatever is wrong elsewhere. `configuration`: it looks at how statements play together, and runs only where smtpd
   * accepts them all.
   */
  readonly scope: "statement" | "configuration";
  /** What can be set of it. */
  readonly options?: RuleOptions;
  /** What is not among the given options has its default. */
  readonly create: (context: CheckContext, given?: GivenOptions) => Visitor;
}

/** A rule as its file describes it. */
interface RuleDescription<Options extends RuleOptions> extends Omit<Rule, "kind" | "options" | "create"> {
  readonly options?: Options;
  readonly create: (context: CheckContext, options: OptionValues<Options>) => Visitor;
}

/** Something that smtpd lets through. `since` and `until` are the releases that it holds for. */
export function defineRule<const Options extends RuleOptions>(rule: RuleDescription<Options>): Rule {
  const { options, create } = rule;
  return {
    ...rule,
    kind: "lint",
    create: (context, given) => create(context, optionValues(options ?? ({} as Options), given)),
  };
}
