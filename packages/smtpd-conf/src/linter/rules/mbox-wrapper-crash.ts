import { actionOption } from "../action.ts";
import { removal } from "../removal.ts";
import { defineRule, type Rule } from "../rule.ts";

export const mboxWrapperCrash: Rule = defineRule({
  code: "mbox-wrapper-crash",
  summary: "Since 7.5 a wrapper makes deliveries to mbox crash.",
  category: "intent",
  severity: "error",
  recommended: true,
  fix: "suggested",
  since: "7.5",
  scope: "statement",
  create: ({ report }) => ({
    ActionDirective: (line) => {
      const wrapper = actionOption(line, "wrapper");
      if (line.method.name !== "mbox" || wrapper === undefined) return;
      report({
        span: wrapper,
        message: 'The delivery of "mbox" crashes with a wrapper, so that all mail waits in the queue until it expires.',
        help: 'Remove the wrapper, or deliver with "mda" and the command of a program that writes mailboxes.',
        fixes: removal('Remove "wrapper"', line, wrapper, false),
      });
    },
  }),
});
