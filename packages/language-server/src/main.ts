import { Command } from "commander";
import { version } from "smtpd-lint";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { serve } from "./server.ts";

/** What the process ends with where the command line is wrong. */
const usageError = 2;

const program = new Command("smtpd-language-server")
  .description("Language server for smtpd.conf, the configuration of the OpenSMTPD mail server.")
  .version(version)
  .option("--stdio", "talk over standard input and output")
  .option("--node-ipc", "talk over the channel of a Node program that started this one")
  .option("--socket <port>", "talk over a TCP connection to this port of the same machine")
  .option("--pipe <name>", "talk over a named pipe or a socket of the file system")
  .option("--clientProcessId <number>", "end when the process of this number does")
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : usageError))
  .addHelpText(
    "after",
    "\nEditors start it themselves; see the README for Neovim, Vim, Emacs, Helix, Sublime Text and Kate.",
  );

/** Reads the command line, and serves the editor at the other end. */
function main(): void {
  const options = program.parse().opts();
  const ways = ["stdio", "nodeIpc", "socket", "pipe"].filter((way) => options[way] !== undefined);
  if (ways.length !== 1) program.error("error: name one of --stdio, --node-ipc, --socket and --pipe");
  const connection = createConnection(ProposedFeatures.all);
  // What nobody waits for can fail, such as words to an editor that is gone: that must not end the process.
  process.on("unhandledRejection", (error) => connection.console.error(String(error)));
  serve(connection);
}

main();
