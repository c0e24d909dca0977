import type { Release } from "smtpd-conf";
import type { Surroundings } from "./file-settings.ts";
import type { FormatName } from "./formats/format-names.ts";

export type ColorChoice = "auto" | "always" | "never";

/** What the command line asks for. What it leaves open (undefined) a settings file can say. */
export interface Options {
  /** As they were given; `-` is standard input. Empty where none was named. */
  readonly files: readonly string[];
  /** `-n`: only what smtpd refuses, and `configuration OK` where it refuses nothing. */
  readonly verdictOnly: boolean;
  readonly target: Release | undefined;
  /** `name=value` each. */
  readonly definitions: readonly string[];
  readonly format: FormatName;
  readonly color: ColorChoice;
  readonly quiet: boolean;
  /** What to call standard input. */
  readonly stdinFilename: string;
  readonly surroundings: Surroundings | undefined;
  readonly rules: RuleChoice;
}

/** Which rules the command line names. */
export interface RuleChoice {
  readonly preset?: "none" | "recommended" | "all" | undefined;
  readonly enable?: readonly string[];
  readonly disable?: readonly string[];
}

/** The file that is read where none is named. */
export const defaultFile = "smtpd.conf";

/** A command line that says nothing. */
export const defaultOptions: Options = {
  files: [],
  verdictOnly: false,
  target: undefined,
  definitions: [],
  format: "text",
  color: "auto",
  quiet: false,
  stdinFilename: "<stdin>",
  surroundings: undefined,
  rules: {},
};

/** Words that are a command when they stand first; a file of such a name is reached as `./match`. */
export const commands: readonly string[] = ["match", "relay"];

/** The options of a command line of files alone; undefined for any other. It can do without the parser of options. */
export function plainOptions(parameters: readonly string[]): Options | undefined {
  if (commands.includes(parameters[0] ?? "")) return undefined;
  const plain = parameters.every((parameter) => parameter !== "" && !parameter.startsWith("-"));
  return plain ? { ...defaultOptions, files: parameters } : undefined;
}
