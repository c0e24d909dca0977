import { statSync } from "node:fs";
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { parseRelease, type Release, releases } from "smtpd-conf";
import { type ColorChoice, defaultFile, defaultOptions, type Options, type Surroundings } from "./options.ts";
import { version } from "./package-info.ts";

/** What a command line means: what to do, or a text to show instead. */
export type Parsed =
  | { readonly kind: "options"; readonly options: Options }
  | { readonly kind: "shown"; readonly text: string }
  | { readonly kind: "wrong"; readonly message: string };

/** Reads a command line, without the names of Node and of the program. */
export function parseArguments(parameters: readonly string[]): Parsed {
  let shown = "";
  const program = createProgram((text) => {
    shown += text;
  });
  try {
    program.parse(parameters, { from: "user" });
    return combine(program.opts(), program.args);
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return { kind: "shown", text: shown };
    return { kind: "wrong", message: sentenceFrom(error.message) };
  }
}

/** The options as commander gives them. */
interface Given {
  readonly n?: boolean;
  readonly f?: readonly string[];
  readonly target: Release;
  readonly define: readonly string[];
  readonly format: Options["format"];
  readonly color: ColorChoice;
  readonly quiet?: boolean;
  readonly host?: boolean;
  readonly root?: string;
  readonly stdinFilename?: string;
}

function createProgram(show: (text: string) => void): Command {
  return new Command("smtpd-lint")
    .description(
      "Reads smtpd.conf as OpenSMTPD does, says what smtpd would refuse and how to put it right.\n" +
        `Without a file it reads ${defaultFile} in the working directory; "-" is standard input.`,
    )
    .argument("[file...]", "the files to check")
    .option("-n", 'only what smtpd refuses, or "configuration OK": a drop-in for smtpd -n')
    .addOption(new Option("-f <file>", "another way to name a file, as smtpd has it").argParser(collect).hideHelp())
    .addOption(targetOption())
    .addOption(
      new Option("-D, --define <name=value>", "define a macro, as smtpd -D does; can be repeated")
        .argParser(collectDefinition)
        .default([], "none"),
    )
    .addOption(new Option("--format <format>", "how to show findings").choices(["text", "json"]).default("text"))
    .option("--host", "also check what smtpd asks of this machine: addresses, ports, files, programs")
    .addOption(rootOption())
    .option("--stdin-filename <name>", "the name to show for standard input")
    .option("-q, --quiet", "print findings, and nothing when there are none")
    .addOption(new Option("--color <when>", "colour the output").choices(["auto", "always", "never"]).default("auto"))
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
  smtpd-lint -n -D iface=em0 smtpd.conf && rcctl reload smtpd
  smtpd-lint --format json --stdin-filename smtpd.conf - < draft

Exit status:
  0  smtpd refuses nothing
  1  smtpd refuses a configuration
  2  the command line makes no sense
  3  a file could not be read

--color auto means: on a terminal. NO_COLOR and FORCE_COLOR in the environment overrule it.
`;

function targetOption(): Option {
  return new Option("--target <release>", "the release that is to read the files, such as 7.9 or 6.8.0p2")
    .default(defaultOptions.target)
    .argParser((text) => {
      const release = parseRelease(text);
      if (release === undefined) throw new InvalidArgumentError(`The releases are ${releases.join(", ")}.`);
      return release;
    });
}

function rootOption(): Option {
  return new Option("--root <dir>", "the same for the tree below a folder: /etc/mail is <dir>/etc/mail then")
    .conflicts("host")
    .argParser((folder) => {
      if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return folder;
      throw new InvalidArgumentError("There is no such folder.");
    });
}

function collect(value: string, earlier: readonly string[] = []): readonly string[] {
  return [...earlier, value];
}

function collectDefinition(value: string, earlier: readonly string[]): readonly string[] {
  if (!value.includes("=")) throw new InvalidArgumentError("It wants a name, an equals sign and a value.");
  return collect(value, earlier);
}

/** What options and files mean together. */
function combine(given: Given, named: readonly string[]): Parsed {
  const files = [...(given.f ?? []), ...named];
  const inputs = files.filter((file) => file === "-").length;
  if (inputs > 1) return { kind: "wrong", message: "Standard input can be read only once." };
  if (given.stdinFilename !== undefined && inputs === 0) {
    return { kind: "wrong", message: '--stdin-filename is for standard input: name it as the file "-".' };
  }
  const { target, format, color, stdinFilename = defaultOptions.stdinFilename } = given;
  const options = {
    files,
    verdictOnly: given.n ?? false,
    target,
    definitions: given.define,
    format,
    color,
    quiet: given.quiet ?? false,
    stdinFilename,
    surroundings: surroundingsOf(given),
  };
  return { kind: "options", options };
}

function surroundingsOf({ host, root }: Given): Surroundings {
  if (root !== undefined) return { kind: "root", folder: root };
  return host ? { kind: "host" } : { kind: "none" };
}

/** commander's message as one sentence: `error: unknown option '-x'` → `Unknown option "-x".` */
function sentenceFrom(message: string): string {
  const text = message
    .replace(/^error: /, "")
    .replace(/\s*\n\s*/g, " ")
    .replaceAll("'", '"');
  const sentence = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.?)]$/.test(sentence) ? sentence : `${sentence}.`;
}
