import { type Check, defineCheck } from "../check.ts";

export const numberTooLarge: Check = defineCheck({
  code: "number-too-large",
  summary: "A number fits into 64 bits.",
  create: ({ report }) => ({
    LexicalError: ({ kind, span, value }) => {
      if (kind === "number-too-large") report({ span, message: `${value} does not fit into 64 bits.` });
    },
  }),
});
