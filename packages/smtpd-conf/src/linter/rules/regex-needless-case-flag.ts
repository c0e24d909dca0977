import { reportPatterns } from "../regex-patterns.ts";
import { defineRule, type Rule } from "../rule.ts";

export const regexNeedlessCaseFlag: Rule = defineRule({
  code: "regex-needless-case-flag",
  summary: "A regular expression asks for what smtpd does anyway: upper and lower case are the same.",
  category: "style",
  severity: "info",
  recommended: false,
  strict: true,
  fix: "suggested",
  since: "6.6.0",
  scope: "statement",
  create: (context) =>
    reportPatterns(context, ({ text, part, rewritten }) => {
      const [flag, rest = ""] = /^\(\?i\)(.*)$/is.exec(text) === null ? [] : [text.slice(0, 4), text.slice(4)];
      if (flag === undefined || /\[:upper:\]/i.test(rest)) return undefined;
      return {
        span: part(0, flag.length),
        message: `"${flag}" changes nothing: smtpd compares in lower case.`,
        help: "Remove it.",
        fixes: rewritten(`Remove "${flag}"`, rest),
      };
    }),
});
