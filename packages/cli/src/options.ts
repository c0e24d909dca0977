import type { PresetName, Release } from "smtpd-conf";
import type { Surroundings, TemplateChoice } from "./file-settings.ts";
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
  /** The language that all files are templates in, or `none` where they are none; undefined where their names say it. */
  readonly template: TemplateChoice | undefined;
  /** The file that gets the report; standard output where undefined. */
  readonly outputFile: string | undefined;
  readonly color: ColorChoice;
  readonly quiet: boolean;
  /** What to call standard input. */
  readonly stdinFilename: string;
  readonly surroundings: Surroundings | undefined;
  readonly rules: RuleChoice;
  readonly settingsFile: SettingsChoice;
  /** Globs of files that are left out where folders and globs are searched. */
  readonly ignore: readonly string[];
  /** The severity from which on a finding makes the exit status 1. */
  readonly failOn: FailOn | undefined;
  /** More warnings than this make the exit status 1. */
  readonly maxWarnings: number | undefined;
  /** The file of findings that are known and not shown. */
  readonly baseline: string | undefined;
  /** Whether that file gets the findings of this run. */
  readonly updateBaseline: boolean;
  /** What is to be fixed, and where to. */
  readonly fix: FixRequest | undefined;
}

/** `--fix` and the options like it. */
export interface FixRequest {
  /** Whether changes are made too that are only suggested. */
  readonly suggested: boolean;
  /** In the files themselves, nowhere, or on standard output as differences. */
  readonly how: "write" | "dry-run" | "diff";
}

/** A severity, or none. What smtpd refuses counts in any case. */
export const failOnNames = ["error", "warning", "info", "hint", "never"] as const;

export type FailOn = (typeof failOnNames)[number];

/** The settings file that counts: the nearest one of each file, that of a name, or none. */
export type SettingsChoice =
  | { readonly kind: "nearest" }
  | { readonly kind: "named"; readonly file: string }
  | { readonly kind: "none" };

/** Which rules the command line names. */
export interface RuleChoice {
  readonly preset?: PresetName | undefined;
  readonly enable?: readonly string[];
  readonly disable?: readonly string[];
}

/** The settings file that is looked for. */
export const settingsFileName = ".smtpd-lintrc.json";

/** The file that is read where none is named. */
export const defaultFile = "smtpd.conf";

/** A command line that says nothing. */
export const defaultOptions: Options = {
  files: [],
  verdictOnly: false,
  target: undefined,
  definitions: [],
  format: "text",
  template: undefined,
  outputFile: undefined,
  color: "auto",
  quiet: false,
  stdinFilename: "<stdin>",
  surroundings: undefined,
  rules: {},
  settingsFile: { kind: "nearest" },
  ignore: [],
  failOn: undefined,
  maxWarnings: undefined,
  baseline: undefined,
  updateBaseline: false,
  fix: undefined,
};

/** Words that are a command when they stand first; a file of such a name is reached as `./match`. */
export const commands: readonly string[] = [
  "format",
  "match",
  "relay",
  "print",
  "graph",
  "explain",
  "rules",
  "completion",
];

/** The options of a command line of files alone; undefined for any other. It can do without the parser of options. */
export function plainOptions(parameters: readonly string[]): Options | undefined {
  if (commands.includes(parameters[0] ?? "")) return undefined;
  const plain = parameters.every((parameter) => parameter !== "" && !parameter.startsWith("-"));
  return plain ? { ...defaultOptions, files: parameters } : undefined;
}
