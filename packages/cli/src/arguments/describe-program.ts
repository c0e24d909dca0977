import type { Argument, Command, Option } from "commander";

/** A command line as data: for shell completion and for the manual page. */
export interface CommandDescription {
  /** Empty for the program itself. */
  readonly name: string;
  readonly summary: string;
  readonly description: string;
  readonly parameters: readonly ParameterDescription[];
  readonly options: readonly OptionDescription[];
  /** What the help has behind the options, by its headings: `Examples`, `Exit status`; `""` for what has none. */
  readonly sections: ReadonlyMap<string, string>;
}

export interface ParameterDescription {
  /** Such as `file`. */
  readonly name: string;
  readonly description: string;
  readonly required: boolean;
  readonly variadic: boolean;
  readonly values: Values;
}

export interface OptionDescription {
  readonly short: string | undefined;
  readonly long: string | undefined;
  /** The name of its value; undefined where it takes none. */
  readonly value: string | undefined;
  readonly description: string;
  readonly values: Values;
}

/** What can stand for a value: certain words, or whatever the name of the value says. */
export type Values =
  | { readonly kind: "words"; readonly words: readonly string[] }
  | { readonly kind: "named"; readonly name: string };

/** Describes the program, and behind it each of its commands. */
export function describeProgram(program: Command): readonly CommandDescription[] {
  return [describeCommand(program, ""), ...program.commands.map((command) => describeCommand(command, command.name()))];
}

function describeCommand(command: Command, name: string): CommandDescription {
  const help = command.createHelp();
  return {
    name,
    summary: command.summary(),
    description: command.description(),
    parameters: command.registeredArguments.map(describeParameter),
    options: help.visibleOptions(command).map(describeOption),
    sections: sectionsOf(command),
  };
}

function describeParameter(argument: Argument): ParameterDescription {
  const { required, variadic, description } = argument;
  const name = argument.name();
  return { name, description, required, variadic, values: valuesOf(name, argument.argChoices) };
}

function describeOption({ short, long, flags, description, argChoices }: Option): OptionDescription {
  const value = /[<[](.+?)[>\]]/.exec(flags)?.[1];
  return { short, long, value, description, values: valuesOf(value ?? "", argChoices) };
}

function valuesOf(name: string, choices: readonly string[] | undefined): Values {
  return choices === undefined ? { kind: "named", name } : { kind: "words", words: choices };
}

/** The text that the help of a command has behind its options. */
function sectionsOf(command: Command): ReadonlyMap<string, string> {
  let text = "";
  const own = command.helpInformation();
  const earlier = command.configureOutput();
  command.configureOutput({
    writeOut: (part) => {
      text += part;
    },
  });
  command.outputHelp();
  command.configureOutput(earlier);
  const sections = new Map<string, string>();
  let heading = "";
  for (const line of text
    .slice(text.indexOf(own) + own.length)
    .trim()
    .split("\n")) {
    const found = /^(\w[\w ]*):$/.exec(line)?.[1];
    if (found !== undefined) heading = found;
    else if (line !== "" && !line.startsWith(" ")) heading = "";
    if (found === undefined) sections.set(heading, `${sections.get(heading) ?? ""}${line}\n`);
  }
  return sections;
}
