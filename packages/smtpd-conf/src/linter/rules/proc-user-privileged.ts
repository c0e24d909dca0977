import type { Word } from "../../parser/lexer/token.ts";
import { defineRule, type Rule } from "../rule.ts";

export const procUserPrivileged: Rule = defineRule({
  code: "proc-user-privileged",
  summary: "A filter program runs as root, and reads what strangers send.",
  category: "security",
  severity: "warning",
  recommended: true,
  since: "6.6.0",
  scope: "statement",
  create: ({ report }) => ({
    Option: ({ name, argument }, line) => {
      if (line.kind !== "ProcDirective" && line.kind !== "ProcExecFilterDirective") return;
      if (name !== "user" || (argument as Word).value !== "root") return;
      report({
        span: argument as Word,
        message: `The program of "${line.name.value}" reads what strangers send, and runs as root.`,
        help: "Give it a user of its own, and let that user read the files that it needs.",
      });
    },
  }),
});
