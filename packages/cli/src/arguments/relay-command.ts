import type { Command } from "commander";
import { addConfigurationOptions, configurationOptions, type GivenConfiguration } from "./configuration-arguments.ts";
import type { Done } from "./parsed.ts";

/** Adds `relay` to the program; what it is asked for goes to `done`. */
export function addRelayCommand(program: Command, done: Done): void {
  const command = program
    .command("relay")
    .summary("say whether strangers can relay, with proof")
    .description(
      "Says whether strangers can relay through a configuration: clients from elsewhere that do not log in, and write to " +
        "domains that it does not name. Either it is proven that they cannot, or the session is shown in which they do.",
    )
    .argument("<file>", 'the configuration; "-" is standard input');
  addConfigurationOptions(command, "how to show the answer")
    .addHelpText("after", helpExamples)
    .action((file: string, given: GivenConfiguration) => {
      const options = configurationOptions(file, given);
      done({ kind: "run", run: async () => (await import("../commands/relay.ts")).proveRelay(options) });
    });
}

const helpExamples = `
Examples:
  smtpd-lint relay /etc/smtpd.conf
  smtpd-lint relay --host /etc/smtpd.conf       … with what the files of its tables hold
  smtpd-lint relay smtpd.conf || echo "not proven safe"
  smtpd-lint relay --format json smtpd.conf | jq -c '.witnesses[].envelope' > envelopes.jsonl

Exit status:
  0  strangers cannot relay: it is proven
  1  strangers can relay, or smtpd refuses the configuration
  2  the command line makes no sense
  3  a file could not be read
  4  neither is proven: it depends on tables that are not known, or the search came to its bounds
`;
