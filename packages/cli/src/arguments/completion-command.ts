import { Argument, type Command } from "commander";
import { shells } from "../formats/shells.ts";
import { describeProgram } from "./describe-program.ts";
import type { Done } from "./parsed.ts";

/** Adds `completion` to the program; what it is asked for goes to `done`. */
export function addCompletionCommand(program: Command, done: Done): void {
  program
    .command("completion")
    .summary("print what makes a shell complete this command")
    .description("Prints a script that makes a shell complete the options, commands and codes of smtpd-lint.")
    .addArgument(new Argument("<shell>", "the shell").choices(Object.keys(shells)))
    .helpOption("-h, --help", "print this help")
    .addHelpText("after", helpExamples)
    .action((shell: keyof typeof shells) => {
      const commands = describeProgram(program);
      const run = async () => (await import("../commands/completion.ts")).printCompletion(shell, commands);
      done({ kind: "run", run });
    });
}

const helpExamples = `
Examples:
  smtpd-lint completion bash > ~/.local/share/bash-completion/completions/smtpd-lint
  smtpd-lint completion zsh > "\${fpath[1]}/_smtpd-lint"
  smtpd-lint completion fish > ~/.config/fish/completions/smtpd-lint.fish

Exit status:
  0  it is printed
  2  the command line makes no sense
`;
