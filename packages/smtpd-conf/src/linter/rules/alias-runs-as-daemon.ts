import { reportAliasTargets } from "../alias-targets.ts";
import { defineRule, type Rule } from "../rule.ts";

export const aliasRunsAsDaemon: Rule = defineRule({
  code: "alias-runs-as-daemon",
  summary: "A command or file in a table of aliases is run or written by smtpd's own user.",
  category: "intent",
  severity: "info",
  recommended: false,
  strict: true,
  scope: "statement",
  create: (context) =>
    reportAliasTargets(context, ({ target, span }, { key }) => {
      const isFile = target.kind === "filename" && target.path !== "/dev/null";
      if (!isFile && target.kind !== "command") return undefined;
      const does = isFile ? "This file is written" : "This command is run";
      return {
        span: span(),
        message: `${does} by the user of the daemon, and not by "${key}".`,
        help: "A command or file in the .forward file of a user is that user's own.",
      };
    }),
});
