import { defineRule, type Rule } from "../rule.ts";

export const includeNotAbsolute: Rule = defineRule({
  code: "include-not-absolute",
  summary: "The path of an included file depends on where smtpd is started.",
  category: "intent",
  severity: "warning",
  recommended: true,
  scope: "statement",
  create: ({ report }) => ({
    // Where it cannot be included, a check says so, and why.
    Inclusion: ({ statement: { path }, failure }) => {
      if (failure !== undefined || path.value.startsWith("/")) return;
      report({
        span: path,
        message:
          "smtpd looks for this file in the directory that it is started in, not beside the one that includes it.",
        help: "Write the whole path, from the / on.",
      });
    },
  }),
});
