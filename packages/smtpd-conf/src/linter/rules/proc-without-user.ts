import type { ProcDirective, ProcExecFilterDirective } from "../../parser/ast/nodes.ts";
import { defineRule, type Rule } from "../rule.ts";

export const procWithoutUser: Rule = defineRule({
  code: "proc-without-user",
  summary: "Without user, a filter program runs as the daemon's own user.",
  category: "security",
  severity: "hint",
  recommended: false,
  strict: true,
  since: "6.6.0",
  scope: "statement",
  create: ({ report }) => {
    const look = ({ options, name, command }: ProcDirective | ProcExecFilterDirective) => {
      if (options.some((option) => option.name === "user")) return;
      report({
        span: command,
        message: `The program of "${name.value}" runs as the user of smtpd, with its rights over mail in transit.`,
        help: 'Give it a user of its own with "user".',
      });
    };
    return { ProcDirective: look, ProcExecFilterDirective: look };
  },
});
