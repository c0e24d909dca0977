import { type Check, defineCheck } from "../check.ts";

export const expansionLimit: Check = defineCheck({
  code: "expansion-limit",
  summary: "Macros may not grow the text without end.",
  create: ({ report }) => ({
    LexicalError: ({ kind, span, value }) => {
      if (kind !== "expansion-limit") return;
      report({
        span,
        message: `Up to this "$${value}" the macros have put in a million words or 64 MB, so nothing further down was read.`,
        help: "Put the values into a table, and name the table instead of the macro.",
      });
    },
  }),
});
