import {
  type CommandDescription,
  describeProgram,
  type OptionDescription,
  type ParameterDescription,
  type Values,
} from "../../packages/cli/src/arguments/describe-program.ts";
import { completeProgram } from "../../packages/cli/src/arguments/parse-arguments.ts";

/** The manual page, in mdoc(7), of the command line as it is. */
export function generateManPage(): string {
  const [program, ...commands] = describeProgram(completeProgram());
  if (program === undefined) throw new Error("there is no program to describe");
  const lines = [
    '.\\" Written by `npm run generate` from the command line. Do not edit.',
    ".Dd November 21, 2026",
    ".Dt SMTPD-LINT 1",
    ".Os",
    ".Sh NAME",
    ".Nm smtpd-lint",
    ".Nd linter for smtpd.conf, the configuration of OpenSMTPD",
    ".Sh SYNOPSIS",
    ...[program, ...commands].flatMap(synopsis),
    ".Sh DESCRIPTION",
    ...sentences(program.description),
    ".Pp",
    "The options are as follows:",
    ...optionList(program.options),
    ...notes(program),
    ".Ss Commands",
    "Options of a command stand behind it.",
    ".Bl -tag -width Ds",
    ...commands.flatMap(commandItem),
    ".El",
    ".Sh ENVIRONMENT",
    ".Bl -tag -width FORCE_COLOR",
    ".It Ev NO_COLOR",
    "No colours, unless",
    ".Fl Fl color",
    "says otherwise.",
    ".It Ev FORCE_COLOR",
    "Colours, unless it is 0 or false.",
    ".El",
    ".Sh EXIT STATUS",
    ...exitStatus(program),
    "Those of a command are in its own help.",
    ".Sh EXAMPLES",
    ".Bd -literal -offset indent",
    ...textOf(program, "Examples"),
    ".Ed",
    ".Sh SEE ALSO",
    ".Xr smtpd.conf 5 ,",
    ".Xr smtpd 8",
  ];
  return `${lines.join("\n")}\n`;
}

/** `.Nm smtpd-lint` with the command, `[options]` and the parameters. */
function synopsis({ name, parameters }: CommandDescription): readonly string[] {
  return [".Nm", ...(name === "" ? [] : [`.Cm ${name}`]), ".Op Ar options", ...parameters.map(parameter)];
}

function parameter({ name, required, variadic }: ParameterDescription): string {
  const word = `Ar ${name.replaceAll("|", " | ")}${variadic ? " ..." : ""}`;
  return required ? `.${word}` : `.Op ${word}`;
}

function optionList(options: readonly OptionDescription[]): readonly string[] {
  return options.length === 0 ? [] : [".Bl -tag -width Ds", ...options.flatMap(optionItem), ".El"];
}

function optionItem({ short, long, value, description, values }: OptionDescription): readonly string[] {
  const behind = value === undefined ? "" : ` Ar ${value}`;
  const flags = [
    ...(short === undefined ? [] : [`Fl ${short.slice(1)}${behind}`]),
    ...(long === undefined ? [] : [`Fl Fl ${long.slice(2)}${behind}`]),
  ];
  const text = `${description.charAt(0).toUpperCase()}${description.slice(1)}.`;
  return [`.It ${flags.join(" , ")}`, ...sentences(text), ...choicesOf(values)];
}

function choicesOf(values: Values): readonly string[] {
  return values.kind === "words" ? [escaped(`It is one of ${values.words.join(", ")}.`)] : [];
}

function commandItem(command: CommandDescription): readonly string[] {
  const { name, parameters, description, options } = command;
  const words = parameters.map((one) => parameter(one).slice(1));
  const head = [`.It Cm ${name}`, "Oo Ar options Oc", ...words].join(" ");
  const examples = textOf(command, "Examples");
  return [
    head,
    ...sentences(description),
    ...optionList(options.filter(({ long }) => long !== "--help")),
    ...(examples.length === 0 ? [] : [".Bd -literal -offset indent", ...examples, ".Ed"]),
  ];
}

/** What the help says behind the options, under no heading. */
function notes({ sections }: CommandDescription): readonly string[] {
  const text = (sections.get("") ?? "").trim();
  return text === "" ? [] : [".Pp", ...sentences(text)];
}

function exitStatus(command: CommandDescription): readonly string[] {
  const rows = textOf(command, "Exit status").map((line) => /^(\d+) +(.*)$/.exec(line) ?? ["", "", line]);
  return [".Bl -tag -width Ds", ...rows.flatMap(([, code = "", text = ""]) => [`.It ${code}`, escaped(text)]), ".El"];
}

function textOf({ sections }: CommandDescription, heading: string): readonly string[] {
  const text = (sections.get(heading) ?? "").trim();
  return text === "" ? [] : text.split("\n").map((line) => escaped(line.trim()));
}

/** A line for each sentence, as mdoc has it. */
function sentences(text: string): readonly string[] {
  const joined = text.replace(/\s+/g, " ").trim();
  return joined.split(/(?<=[^.][.:]) (?=[A-Z])/).map(escaped);
}

/** Backslashes are roff's, and so are a dot or an apostrophe at the start of a line. */
function escaped(line: string): string {
  return line
    .replaceAll("\\", "\\e")
    .replaceAll("…", "...")
    .replace(/^(?=[.'])/, "\\&");
}
