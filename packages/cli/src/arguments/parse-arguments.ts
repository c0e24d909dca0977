import { Command, CommanderError, Option } from "commander";
import type { Release } from "smtpd-conf";
import type { TemplateChoice } from "../file-settings.ts";
import { formatNames } from "../formats/format-names.ts";
import {
  type ColorChoice,
  commands,
  defaultFile,
  defaultOptions,
  type FailOn,
  type FixRequest,
  type Options,
  type RuleChoice,
  settingsFileName,
} from "../options.ts";
import { version } from "../package-info.ts";
import {
  collect,
  colorOption,
  configOption,
  definitionOption,
  failOnOption,
  formatOption,
  ignoreOption,
  maxWarningsOption,
  noConfigOption,
  rootOption,
  ruleOption,
  rulesOption,
  sentenceFrom,
  settingsChoiceFrom,
  surroundingsOf,
  targetOption,
  templateOption,
} from "./common-options.ts";
import { addCompletionCommand } from "./completion-command.ts";
import { addExplainCommand } from "./explain-command.ts";
import { addFormatCommand } from "./format-command.ts";
import { addGraphCommand } from "./graph-command.ts";
import { addMatchCommand } from "./match-command.ts";
import { type Done, type Parsed, wrong } from "./parsed.ts";
import { addPrintCommand } from "./print-command.ts";
import { addRelayCommand } from "./relay-command.ts";
import { addRulesCommand } from "./rules-command.ts";

/** The commands besides that of a command line of files. */
const additions: readonly ((program: Command, done: Done) => void)[] = [
  addFormatCommand,
  addMatchCommand,
  addRelayCommand,
  addPrintCommand,
  addGraphCommand,
  addExplainCommand,
  addRulesCommand,
  addCompletionCommand,
];

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

/** The command line with all its commands, to be described rather than read. */
export function completeProgram(): Command {
  const program = createProgram(() => {});
  for (const add of additions) add(program, () => {});
  return program;
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
  readonly template?: TemplateChoice;
  readonly outputFile?: string;
  readonly color: ColorChoice;
  readonly quiet?: boolean;
  readonly host?: boolean;
  readonly root?: string;
  readonly stdinFilename?: string;
  readonly rules?: RuleChoice["preset"];
  readonly enable: readonly string[];
  readonly disable: readonly string[];
  readonly config?: string | boolean;
  readonly ignore: readonly string[];
  readonly printConfig?: string;
  readonly init?: boolean;
  readonly failOn?: FailOn;
  readonly maxWarnings?: number;
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
  readonly fix?: boolean;
  readonly fixSuggested?: boolean;
  readonly fixDryRun?: boolean;
  readonly diff?: boolean;
}

function createProgram(show: (text: string) => void): Command {
  return new Command("smtpd-lint")
    .description(
      "Reads smtpd.conf as OpenSMTPD does, says what smtpd would refuse and how to put it right.\n" +
        `Without a file it reads ${defaultFile} in the working directory; "-" is standard input.`,
    )
    .usage(`[options] [file...]\n       smtpd-lint <command> …`)
    .argument("[file...]", "the files to check, folders to look for them in, or globs")
    .enablePositionalOptions()
    .helpCommand(false)
    .optionsGroup("What smtpd is to read:")
    .addOption(targetOption())
    .addOption(definitionOption())
    .addOption(templateOption())
    .option("--host", "also check what smtpd asks of this machine: addresses, ports, files, users, programs")
    .addOption(rootOption())
    .option("--stdin-filename <name>", "the name to show for standard input")
    .addOption(ignoreOption())
    .addOption(new Option("-f <file>", "another way to name a file, as smtpd has it").argParser(collect).hideHelp())
    .optionsGroup("What is reported:")
    .option("-n", 'only what smtpd refuses, or "configuration OK": a drop-in for smtpd -n')
    .addOption(rulesOption())
    .addOption(ruleOption("enable", "run this rule too; can be repeated"))
    .addOption(ruleOption("disable", "leave this rule out; can be repeated"))
    .option("--baseline <file>", "the findings that this file holds are known and not shown")
    .option("--update-baseline", "write the findings of this run into the baseline")
    .addOption(failOnOption())
    .addOption(maxWarningsOption())
    .optionsGroup("How it is shown:")
    .addOption(formatOption("how to show findings", formatNames))
    .option("-o, --output-file <file>", "write the findings into this file")
    .option("-q, --quiet", "print findings, and nothing when there are none")
    .addOption(colorOption())
    .optionsGroup("Fixing:")
    .option("--fix", "fix what is safe to fix, in the files themselves; of standard input, on standard output")
    .option("--fix-suggested", "make the changes too that are only suggested: look at them afterwards")
    .option("--fix-dry-run", "say what --fix would leave, without writing anything")
    .option("--diff", "show what --fix would change, without writing anything")
    .optionsGroup("Settings:")
    .addOption(configOption())
    .addOption(noConfigOption())
    .option("--print-config <file>", "show the settings that count for a file, and where they come from")
    .option("--init", `write a ${settingsFileName} to begin with`)
    .optionsGroup("Options:")
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
  smtpd-lint --fix smtpd.conf                   fix what is safe to fix
  smtpd-lint --diff smtpd.conf                  … or see it first
  smtpd-lint --format json --stdin-filename smtpd.conf - < draft
  smtpd-lint match --help                       which rule decides about a message?
  smtpd-lint relay /etc/smtpd.conf              can strangers relay?
  smtpd-lint ./match                            a file of that name

Exit status:
  0  nothing is wrong, or there is advice only: warnings, information, hints
  1  smtpd refuses a configuration, or a rule finds an error in it (or what --fail-on says)
  2  the command line makes no sense
  3  a file could not be read, or not be written
With --diff it is 1 where there is something to fix, and 0 where there is not.

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
  if (given.n && given.updateBaseline) {
    return wrong("-n runs no rules, so there is nothing that --update-baseline could write.");
  }
  const fix = fixFrom(given);
  if (given.n && fix !== undefined) return wrong("-n gives the verdict and fixes nothing: leave it out.");
  if (given.diff && (given.outputFile !== undefined || given.format !== defaultOptions.format)) {
    return wrong("--diff shows differences and no findings: leave out --format and --output-file.");
  }
  if (given.n && (given.template ?? "none") !== "none") {
    return wrong("-n gives the verdict of smtpd on the file as it is, and on a template there is none: leave it out.");
  }
  const { target, format, color, stdinFilename = defaultOptions.stdinFilename } = given;
  const options: Options = {
    files,
    verdictOnly: given.n ?? false,
    target,
    definitions: given.define,
    format,
    template: given.template ?? (given.n ? "none" : undefined),
    outputFile: given.outputFile,
    color,
    quiet: given.quiet ?? false,
    stdinFilename,
    surroundings: surroundingsOf(given),
    rules: { preset: given.rules, enable: given.enable, disable: given.disable },
    settingsFile: settingsChoiceFrom(given.config),
    ignore: given.ignore,
    failOn: given.failOn,
    maxWarnings: given.maxWarnings,
    baseline: given.baseline,
    updateBaseline: given.updateBaseline ?? false,
    fix,
  };
  if (given.init) return { kind: "run", run: async () => (await import("../commands/init.ts")).writeStarter() };
  const { printConfig: shown } = given;
  if (shown === undefined) return { kind: "lint", options };
  return { kind: "run", run: async () => (await import("../commands/print-config.ts")).printConfig(shown, options) };
}

/** Any of these options asks for fixing; the last two keep it from being written. */
function fixFrom({ fix, fixSuggested: suggested = false, fixDryRun, diff }: Given): FixRequest | undefined {
  if (diff) return { suggested, how: "diff" };
  if (fixDryRun) return { suggested, how: "dry-run" };
  return fix || suggested ? { suggested, how: "write" } : undefined;
}
