import type { Command } from "commander";
import { addConfigurationOptions, configurationOptions, type GivenConfiguration } from "./configuration-arguments.ts";
import type { Done } from "./parsed.ts";

/** Adds `print` to the program; what it is asked for goes to `done`. */
export function addPrintCommand(program: Command, done: Done): void {
  const command = program
    .command("print")
    .summary("print what smtpd makes of a configuration, with all defaults")
    .description(
      "Prints a configuration as smtpd understands it: macros and includes resolved, defaults and implicit conditions " +
        "written out, rules numbered. The text is a configuration for the same release that does the same.",
    )
    .argument("<file>", 'the configuration; "-" is standard input');
  addConfigurationOptions(command, "how to print it")
    .addHelpText("after", helpExamples)
    .action((file: string, given: GivenConfiguration) => {
      const options = configurationOptions(file, given);
      done({ kind: "run", run: async () => (await import("../commands/print.ts")).printFile(options) });
    });
}

const helpExamples = `
Examples:
  smtpd-lint print /etc/smtpd.conf
  smtpd-lint print --host /etc/smtpd.conf       … with the server name and the keys of tables
  smtpd-lint print -D iface=em0 smtpd.conf > resolved.conf
  smtpd-lint print --format json smtpd.conf | jq '.rules[] | {rule, action}'

Exit status:
  0  the configuration is printed
  1  smtpd refuses the configuration
  2  the command line makes no sense
  3  a file could not be read
`;
