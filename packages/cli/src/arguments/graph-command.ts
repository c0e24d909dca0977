import type { Command } from "commander";
import { type GraphFormat, type GraphOptions, graphFormats } from "../graph-options.ts";
import { addConfigurationOptions, configurationOptions, type GivenConfiguration } from "./configuration-arguments.ts";
import type { Done } from "./parsed.ts";

/** The options as commander gives them. */
interface Given extends Omit<GivenConfiguration, "format"> {
  readonly format: GraphFormat;
  readonly outputFile?: string;
}

/** Adds `graph` to the program; what it is asked for goes to `done`. */
export function addGraphCommand(program: Command, done: Done): void {
  const command = program
    .command("graph")
    .summary("draw the ways of mail from listeners to mailboxes and hosts")
    .description(
      "Draws the ways of mail: from listeners through filters, tags, rules and actions to mailboxes and hosts. A listener " +
        "is joined to the rules that decide about its mail. Dead ends are grey, ways on which strangers can relay are red.",
    )
    .argument("<file>", 'the configuration; "-" is standard input')
    .option("-o, --output-file <file>", "write the drawing into this file");
  addConfigurationOptions(command, "the language of the drawing", graphFormats)
    .addHelpText("after", helpExamples)
    .action((file: string, given: Given) => {
      const options = optionsFrom(file, given);
      done({ kind: "run", run: async () => (await import("../commands/graph.ts")).drawFile(options) });
    });
}

/** A configuration that smtpd refuses is shown as text. */
function optionsFrom(file: string, { format, outputFile, ...given }: Given): GraphOptions {
  return { ...configurationOptions(file, { ...given, format: "text" }), graphFormat: format, outputFile };
}

const helpExamples = `
Examples:
  smtpd-lint graph smtpd.conf                   a flowchart for Markdown: paste it below \`\`\`mermaid
  smtpd-lint graph --format svg -o mail.svg /etc/smtpd.conf
  smtpd-lint graph --format dot smtpd.conf | dot -Tpdf > mail.pdf
  smtpd-lint graph --host --format svg /etc/smtpd.conf > mail.svg

Exit status:
  0  the graph is drawn
  1  smtpd refuses the configuration
  2  the command line makes no sense
  3  a file could not be read or written
`;
