import type { CommandDescription, OptionDescription, ParameterDescription } from "../arguments/describe-program.ts";
import { type Offer, offerFor } from "./completion-offers.ts";

/** A completion script for fish. */
export function drawFishCompletion(commands: readonly CommandDescription[]): string {
  const [program, ...others] = commands;
  if (program === undefined) return "";
  const names = others.map(({ name }) => name).join(" ");
  const none = `not __fish_seen_subcommand_from ${names}`;
  const first = "test (count (commandline -opc)) -eq 1";
  const lines = [
    "# fish completion for smtpd-lint: smtpd-lint completion fish",
    "complete -c smtpd-lint -f",
    ...others.map(({ name, summary }) => `complete -c smtpd-lint -n ${quoted(first)} -a ${name} -d ${quoted(summary)}`),
    ...drawCommand(program, none),
    ...others.flatMap((command) => drawCommand(command, `__fish_seen_subcommand_from ${command.name}`)),
  ];
  return `${lines.join("\n")}\n`;
}

function drawCommand({ options, parameters }: CommandDescription, condition: string): readonly string[] {
  const start = `complete -c smtpd-lint -n ${quoted(condition)}`;
  return [
    ...options.map((option) => `${start} ${drawOption(option)}`),
    ...parameters.flatMap((parameter) => drawParameter(parameter).map((offer) => `${start} ${offer}`)),
  ];
}

function drawOption({ short, long, value, description, values }: OptionDescription): string {
  const flags = [
    ...(short === undefined ? [] : [`-s ${short.slice(1)}`]),
    ...(long === undefined ? [] : [`-l ${long.slice(2)}`]),
  ];
  const { words, files } = offerFor(values);
  // Without files among the offers, fish adds none of its own.
  const offer = value === undefined ? [] : [files === "none" ? "-x" : "-r", ...drawOffer({ words, files })];
  return [...flags, ...offer, `-d ${quoted(description)}`].join(" ");
}

function drawParameter({ values }: ParameterDescription): readonly string[] {
  const offer = drawOffer(offerFor(values));
  return offer.length === 0 ? [] : [offer.join(" ")];
}

function drawOffer({ words, files }: Offer): readonly string[] {
  const listed = words.length > 0 ? [`-a ${quoted(words.join(" "))}`] : [];
  if (files === "none") return listed;
  return files === "files" ? [...listed, "-F"] : [...listed, "-a", quoted("(__fish_complete_directories)")];
}

function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, "\\$&")}'`;
}
