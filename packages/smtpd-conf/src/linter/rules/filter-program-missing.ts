import type { ProcDirective, ProcExecFilterDirective } from "../../parser/ast/nodes.ts";
import type { CheckContext } from "../check.ts";
import { defineRule, type Rule } from "../rule.ts";

export const filterProgramMissing: Rule = defineRule({
  code: "filter-program-missing",
  summary: "The program of a filter has to be there, or smtpd ends as soon as it has started.",
  category: "intent",
  severity: "warning",
  recommended: true,
  since: "6.6.0",
  scope: "statement",
  create: (context) => ({
    ProcDirective: (line) => check(line, context),
    ProcExecFilterDirective: (line) => check(line, context),
  }),
});

/** A process in a changed root finds its program there, which is not looked into. */
function check({ command, options }: ProcDirective | ProcExecFilterDirective, { machine, report }: CheckContext): void {
  const program = programOf(command.value);
  if (program === undefined || options.some(({ name }) => name === "chroot")) return;
  if (machine?.hasProgram?.(program) !== false) return;
  report({
    span: command,
    message: `There is no program "${program}": the process cannot be started, and smtpd ends with it.`,
    help: program.startsWith("/")
      ? "Install it, or correct the path."
      : "Install it. Without a path smtpd looks in the folder of its own programs only, not in PATH.",
  });
}

/** The first word of a command; undefined where it takes a shell to tell. */
function programOf(command: string): string | undefined {
  return /^\s*([\w/.+-]+)(?:\s|$)/.exec(command)?.[1];
}
