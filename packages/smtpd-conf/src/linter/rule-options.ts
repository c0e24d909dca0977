import type { OptionSyntax } from "./option-syntaxes.ts";

/** One thing that can be set of a rule. The default is what counts where nobody sets it. */
export type RuleOption = NumberOption | ChoiceOption | ChoicesOption | TextsOption | PortsOption;

interface Described {
  /** One sentence for pages and editors. */
  readonly summary: string;
}

/** A whole number. */
export interface NumberOption extends Described {
  readonly kind: "number";
  readonly minimum: number;
  readonly maximum: number;
  readonly default: number;
}

/** One of some words. */
export interface ChoiceOption extends Described {
  readonly kind: "choice";
  readonly choices: readonly string[];
  readonly default: string;
}

/** Any of some words. */
export interface ChoicesOption extends Described {
  readonly kind: "choices";
  readonly choices: readonly string[];
  readonly default: readonly string[];
}

/** Any number of texts of one form. */
export interface TextsOption extends Described {
  readonly kind: "texts";
  readonly syntax: OptionSyntax;
  readonly default: readonly string[];
}

/** Any number of TCP ports. */
export interface PortsOption extends Described {
  readonly kind: "ports";
  readonly default: readonly number[];
}

/** The options of a rule by name. */
export type RuleOptions = Readonly<Record<string, RuleOption>>;

/** What an option is set to. */
export type OptionValue = number | string | readonly string[] | readonly number[];

/** Some options set, by name. */
export type GivenOptions = Readonly<Record<string, OptionValue>>;

type ValueOf<Option extends RuleOption> = Option extends NumberOption
  ? number
  : Option extends ChoiceOption
    ? Option["choices"][number]
    : Option extends PortsOption
      ? readonly number[]
      : readonly string[];

/** What all the options of a rule are set to. */
export type OptionValues<Options extends RuleOptions> = { readonly [Name in keyof Options]: ValueOf<Options[Name]> };

/** The values of a rule's options: those given, else the defaults. What is given must be of the right kind. */
export function optionValues<Options extends RuleOptions>(
  options: Options,
  given: GivenOptions = {},
): OptionValues<Options> {
  const defaults = Object.entries(options).map(([name, option]) => [name, option.default]);
  return { ...Object.fromEntries(defaults), ...given } as OptionValues<Options>;
}
