import { type Check, defineCheck } from "../check.ts";

export const expansionLimit: Check = defineCheck({
  code: "expansion-limit",
  summary: "Macros may not grow the text without end.",
  create: ({ report }) => ({
    LexicalError: ({ kind, span, value }) => {
      if (kind !== "expansion-limit") return;
      report({ span, message: `The macros expand to more than 64 MB by here ("$${value}"): nothing further down was read.` });
    },
  }),
});
