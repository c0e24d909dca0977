import { newestRelease, type Release, type RuleSelection } from "smtpd-conf";

export type ColorChoice = "auto" | "always" | "never";

/** Where the files, services and addresses come from that a configuration names: nowhere, this machine, or a folder. */
export type Surroundings =
  | { readonly kind: "none" }
  | { readonly kind: "host" }
  | { readonly kind: "root"; readonly folder: string };

/** What the command line asks for. */
export interface Options {
  /** As they were given; `-` is standard input. Empty where none was named. */
  readonly files: readonly string[];
  /** `-n`: only what smtpd refuses, and `configuration OK` where it refuses nothing. */
  readonly verdictOnly: boolean;
  readonly target: Release;
  /** `name=value` each. */
  readonly definitions: readonly string[];
  readonly format: "text" | "json";
  readonly color: ColorChoice;
  readonly quiet: boolean;
  /** What to call standard input. */
  readonly stdinFilename: string;
  readonly surroundings: Surroundings;
  readonly rules: RuleSelection;
}

/** The file that is read where none is named. */
export const defaultFile = "smtpd.conf";

/** What counts where no option says otherwise. */
export const defaultOptions: Options = {
  files: [],
  verdictOnly: false,
  target: newestRelease,
  definitions: [],
  format: "text",
  color: "auto",
  quiet: false,
  stdinFilename: "<stdin>",
  surroundings: { kind: "none" },
  rules: { preset: "recommended" },
};

/** Words that are a command when they stand first; a file of such a name is reached as `./match`. */
export const commands: readonly string[] = ["match", "relay"];

/** The options of a command line of files alone; undefined for any other. It can do without the parser of options. */
export function plainOptions(parameters: readonly string[]): Options | undefined {
  if (commands.includes(parameters[0] ?? "")) return undefined;
  const plain = parameters.every((parameter) => parameter !== "" && !parameter.startsWith("-"));
  return plain ? { ...defaultOptions, files: parameters } : undefined;
}
