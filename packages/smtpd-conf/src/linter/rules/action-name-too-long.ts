import { longestHostName } from "../../language/lexical-limits.ts";
import { byteLength } from "../../parser/source.ts";
import { defineRule, type Rule } from "../rule.ts";

export const actionNameTooLong: Rule = defineRule({
  code: "action-name-too-long",
  summary: "On Linux the daemon exits when a rule leads to an action whose name has more than 64 characters.",
  category: "portability",
  severity: "error",
  recommended: true,
  scope: "statement",
  create: ({ report }) => ({
    ActionDirective: ({ name }) => {
      const length = byteLength(name.value, name.source.encoding);
      if (length <= longestHostName) return;
      report({
        span: name,
        message: `The name has ${length} characters; on Linux the daemon exits at the first message for this action.`,
        help: `Take a name of at most ${longestHostName} characters.`,
      });
    },
  }),
});
