import { type Command, Option } from "commander";
import { lineWidth, type Release } from "smtpd-conf";
import type { FormatOptions } from "../format-options.ts";
import { type ColorChoice, defaultFile, defaultOptions } from "../options.ts";
import {
  colorOption,
  configOption,
  definitionOption,
  ignoreOption,
  noConfigOption,
  settingsChoiceFrom,
  targetOption,
} from "./common-options.ts";
import { type Done, type Parsed, wrong } from "./parsed.ts";

/** Adds `format` to the program; what it is asked for goes to `done`. */
export function addFormatCommand(program: Command, done: Done): void {
  program
    .command("format")
    .summary("lay configurations out in one style")
    .description(
      "Lays configurations out in one style: one blank between words, one entry a line where a list is long, lines of " +
        `${lineWidth} columns at most where they can be divided. What smtpd reads stays the same, comments included; what it ` +
        "would refuse is left as it is. Prints the text, or does with it what an option says.\n" +
        `Without a file it formats ${defaultFile} in the working directory; "-" is standard input.`,
    )
    .argument("[file...]", "the files, folders to look for them in, or globs")
    .addOption(new Option("--check", "name the files that would change").conflicts(["diff", "write"]))
    .addOption(new Option("--diff", "show what would change").conflicts("write"))
    .option("--write", "change the files, and name them")
    .addOption(targetOption("the release that is to read the files; any that reads them now if not given"))
    .addOption(definitionOption())
    .addOption(configOption())
    .addOption(noConfigOption())
    .addOption(ignoreOption())
    .option("--stdin-filename <name>", "the name to show for standard input")
    .option("-q, --quiet", "do not say what is left as it is")
    .addOption(colorOption())
    .helpOption("-h, --help", "print this help")
    .addHelpText("after", helpExamples)
    .action((files: readonly string[], given: GivenFormat) => done(parsedFrom(files, given)));
}

/** The options as commander gives them. */
interface GivenFormat {
  readonly check?: boolean;
  readonly diff?: boolean;
  readonly write?: boolean;
  readonly target?: Release;
  readonly define: readonly string[];
  readonly config?: string | boolean;
  readonly ignore: readonly string[];
  readonly stdinFilename?: string;
  readonly quiet?: boolean;
  readonly color: ColorChoice;
}

function parsedFrom(files: readonly string[], given: GivenFormat): Parsed {
  const inputs = files.filter((file) => file === "-").length;
  if (inputs > 1) return wrong("Standard input can be read only once.");
  if (inputs > 0 && given.write)
    return wrong("Standard input cannot be written to. Without --write, the text is printed.");
  if (inputs === 0 && given.stdinFilename !== undefined) {
    return wrong('--stdin-filename is for standard input: name it as the file "-".');
  }
  const options = optionsFrom(files, given);
  return { kind: "run", run: async () => (await import("../commands/format.ts")).formatFiles(options) };
}

function optionsFrom(files: readonly string[], given: GivenFormat): FormatOptions {
  const { target, define: definitions, ignore, color, quiet = false, config } = given;
  const how = given.check ? "check" : given.diff ? "diff" : given.write ? "write" : "print";
  const { stdinFilename = defaultOptions.stdinFilename } = given;
  return {
    files,
    how,
    target,
    definitions,
    ignore,
    color,
    quiet,
    stdinFilename,
    settingsFile: settingsChoiceFrom(config),
  };
}

const helpExamples = `
Examples:
  smtpd-lint format smtpd.conf                  print the formatted text
  smtpd-lint format --diff smtpd.conf           … or what would change
  smtpd-lint format --write /etc/mail           change every smtpd.conf in a folder
  smtpd-lint format --check . || exit 1         in CI: is all formatted?
  smtpd-lint format --target 7.9 smtpd.conf     long lists with the newlines that 7.5 and later take
  smtpd-lint format - < draft                   from an editor

Exit status:
  0  all is done, or nothing is to be done
  1  with --check or --diff: a file would change
  2  the command line makes no sense
  3  a file could not be read, or not be written
`;
