import { type Check, defineCheck } from "../check.ts";

export const numberTooLarge: Check = defineCheck({
  code: "number-too-large",
  summary: "A number fits into 64 bits.",
  create: ({ report }) => ({
    LexicalError: ({ kind, span, value }) => {
      if (kind !== "number-too-large") return;
      report({
        span,
        message: `${value} does not fit into 64 bits, and smtpd reads no further on this line.`,
        help: "Quote it where it is meant as a name or value.",
      });
    },
  }),
});
