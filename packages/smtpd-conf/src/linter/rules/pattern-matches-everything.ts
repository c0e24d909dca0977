import { reportEntries } from "../report-entries.ts";
import { defineRule, type Rule } from "../rule.ts";

export const patternMatchesEverything: Rule = defineRule({
  code: "pattern-matches-everything",
  summary: "An entry without a user and without a domain matches every mail address.",
  category: "intent",
  severity: "warning",
  recommended: true,
  guards: true,
  scope: "statement",
  create: (context) =>
    reportEntries(context, ["mailaddr"], ({ key, keySpan }) => {
      if (key !== "@" && key !== "") return undefined;
      return {
        span: keySpan,
        message: `"${key}" matches every mail address, that of bounces included.`,
        help: 'The empty sender alone is matched by regex "^@$", and all mail by a rule or filter without the condition.',
      };
    }),
});
