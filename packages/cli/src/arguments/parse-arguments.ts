import { Command, CommanderError, Option } from "commander";
import type { Release } from "smtpd-conf";
import { formatNames } from "../formats/format-names.ts";
import { type ColorChoice, commands, defaultFile, defaultOptions, type Options, type RuleChoice } from "../options.ts";
import { version } from "../package-info.ts";
import {
  collect,
  colorOption,
  definitionOption,
  formatOption,
  rootOption,
  ruleOption,
  rulesOption,
  sentenceFrom,
  surroundingsOf,
  targetOption,
} from "./common-options.ts";
import { addMatchCommand } from "./match-command.ts";
import { type Done, type Parsed, wrong } from "./parsed.ts";
import { addRelayCommand } from "./relay-command.ts";

/** The commands besides that of a command line of files. */
const additions: readonly ((program: Command, done: Done) => void)[] = [addMatchCommand, addRelayCommand];

/** Reads a command line, without the names of Node and of the program. */
export function parseArguments(parameters: readonly string[]): Parsed {
  let shown = "";
  let parsed: Parsed | undefined;
  const program = createProgram((text) => {
    shown += text;
  });
  program.action((files: readonly string[], given: Given) => {
    parsed = combine(given, files);
  });
  const dashes = parameters.indexOf("--");
  // Behind "--" there are only files, whatever they are called.
  if (dashes < 0 || parameters.slice(0, dashes).some((word) => commands.includes(word))) {
    for (const add of additions) {
      add(program, (found) => {
        parsed = misplacedOption(program, parameters) ?? found;
      });
    }
  }
  try {
    program.parse(parameters, { from: "user" });
    return parsed ?? combine(program.opts(), program.args);
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return { kind: "shown", text: shown };
    return wrong(sentenceFrom(error.message));
  }
}

/** An option that stands before a command, where it means nothing. */
function misplacedOption(program: Command, parameters: readonly string[]): Parsed | undefined {
  const option = program.options.find((one) => program.getOptionValueSource(one.attributeName()) === "cli");
  if (option === undefined) return undefined;
  const command = parameters.find((word) => commands.includes(word));
  return wrong(`Options of a command stand behind it: smtpd-lint ${command} ${option.long} …`);
}

/** The options as commander gives them. */
interface Given {
  readonly n?: boolean;
  readonly f?: readonly string[];
  readonly target?: Release;
  readonly define: readonly string[];
  readonly format: Options["format"];
  readonly color: ColorChoice;
  readonly quiet?: boolean;
  readonly host?: boolean;
  readonly root?: string;
  readonly stdinFilename?: string;
  readonly rules?: RuleChoice["preset"];
  readonly enable: readonly string[];
  readonly disable: readonly string[];
}

function createProgram(show: (text: string) => void): Command {
  return new Command("smtpd-lint")
    .description(
      "Reads smtpd.conf as OpenSMTPD does, says what smtpd would refuse and how to put it right.\n" +
        `Without a file it reads ${defaultFile} in the working directory; "-" is standard input.`,
    )
    .usage(`[options] [file...]\n       smtpd-lint <command> …`)
    .argument("[file...]", "the files to check")
    .enablePositionalOptions()
    .helpCommand(false)
    .option("-n", 'only what smtpd refuses, or "configuration OK": a drop-in for smtpd -n')
    .addOption(new Option("-f <file>", "another way to name a file, as smtpd has it").argParser(collect).hideHelp())
    .addOption(targetOption())
    .addOption(definitionOption())
    .addOption(rulesOption())
    .addOption(ruleOption("enable", "run this rule too; can be repeated"))
    .addOption(ruleOption("disable", "leave this rule out; can be repeated"))
    .addOption(formatOption("how to show findings", formatNames))
    .option("--host", "also check what smtpd asks of this machine: addresses, ports, files, users, programs")
    .addOption(rootOption())
    .option("--stdin-filename <name>", "the name to show for standard input")
    .option("-q, --quiet", "print findings, and nothing when there are none")
    .addOption(colorOption())
    .version(version, "--version", "print the version")
    .helpOption("-h, --help", "print this help")
    .addHelpText("after", helpExamples)
    .configureOutput({ writeOut: show, writeErr: () => {} })
    .exitOverride();
}

const helpExamples = `
Examples:
  smtpd-lint /etc/smtpd.conf                    is it right for the newest release?
  smtpd-lint --target 6.8 /etc/smtpd.conf       … and for the one that Debian 12 has?
  smtpd-lint --host /etc/smtpd.conf             … and on this machine?
  smtpd-lint --root image image/etc/smtpd.conf  … and in that container image?
  smtpd-lint --disable no-public-listener --enable auth-without-senders smtpd.conf
  smtpd-lint -n -D iface=em0 smtpd.conf && rcctl reload smtpd
  smtpd-lint --format json --stdin-filename smtpd.conf - < draft
  smtpd-lint match --help                       which rule decides about a message?
  smtpd-lint relay /etc/smtpd.conf              can strangers relay?
  smtpd-lint ./match                            a file of that name

Exit status:
  0  nothing is wrong, or there is advice only: warnings, information, hints
  1  smtpd refuses a configuration, or a rule finds an error in it
  2  the command line makes no sense
  3  a file could not be read

--color auto means: on a terminal. NO_COLOR and FORCE_COLOR in the environment overrule it.
`;

/** What options and files mean together. */
function combine(given: Given, named: readonly string[]): Parsed {
  const files = [...(given.f ?? []), ...named];
  const inputs = files.filter((file) => file === "-").length;
  if (inputs > 1) return wrong("Standard input can be read only once.");
  if (given.stdinFilename !== undefined && inputs === 0) {
    return wrong('--stdin-filename is for standard input: name it as the file "-".');
  }
  const { target, format, color, stdinFilename = defaultOptions.stdinFilename } = given;
  const options: Options = {
    files,
    verdictOnly: given.n ?? false,
    target,
    definitions: given.define,
    format,
    color,
    quiet: given.quiet ?? false,
    stdinFilename,
    surroundings: surroundingsOf(given),
    rules: { preset: given.rules, enable: given.enable, disable: given.disable },
  };
  return { kind: "lint", options };
}
