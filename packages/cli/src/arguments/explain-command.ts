import { existsSync } from "node:fs";
import type { Command } from "commander";
import { checks, eitherOf, rules, suggestionsFor } from "smtpd-conf";
import { addConfigurationOptions, configurationOptions, type GivenConfiguration } from "./configuration-arguments.ts";
import { type Done, type Parsed, wrong } from "./parsed.ts";

/** Adds `explain` to the program; what it is asked for goes to `done`. */
export function addExplainCommand(program: Command, done: Done): void {
  const command = program
    .command("explain")
    .summary("say what a finding means, or what a configuration does, in plain sentences")
    .description(
      "With a code: shows the page about a check or a rule. With a file: says in plain sentences what the configuration " +
        "does, who may send what where, and what happens to the rest.",
    )
    .argument("<code|file>", 'a code such as open-relay, or a configuration; "-" is standard input');
  addConfigurationOptions(command, "how to show it")
    .addHelpText("after", helpExamples)
    .action((subject: string, given: GivenConfiguration) => done(combine(subject, given)));
}

const helpExamples = `
Examples:
  smtpd-lint explain open-relay
  smtpd-lint explain /etc/smtpd.conf
  smtpd-lint explain --host /etc/smtpd.conf     … with what the files of its tables hold
  smtpd-lint explain ./open-relay               a file of that name

Exit status:
  0  it is explained
  1  smtpd refuses the configuration
  2  the command line makes no sense
  3  a file could not be read
`;

/** A code goes before a file of the same name. */
function combine(subject: string, given: GivenConfiguration): Parsed {
  const { color, format } = given;
  const codes = [...checks, ...rules].map(({ code }) => code);
  if (codes.includes(subject)) {
    const run = async () => (await import("../commands/explain-code.ts")).explainCode(subject, { color, format });
    return { kind: "run", run };
  }
  if (/^[a-z]+(-[a-z0-9]+)+$/.test(subject) && !existsSync(subject)) return wrong(unknownCode(subject, codes));
  const options = configurationOptions(subject, given);
  return { kind: "run", run: async () => (await import("../commands/explain-file.ts")).explainFile(options) };
}

function unknownCode(subject: string, codes: readonly string[]): string {
  const near = suggestionsFor(subject, codes);
  const wayOut = near.length > 0 ? `Did you mean ${eitherOf(near)}?` : "smtpd-lint rules lists the rules.";
  return `There is neither a rule nor a file "${subject}". ${wayOut}`;
}
