import { type Check, defineCheck } from "../check.ts";

export const unterminatedString: Check = defineCheck({
  code: "unterminated-string",
  summary: "A quoted string must be closed.",
  create: ({ report }) => ({
    LexicalError: ({ kind, span }) => {
      if (kind !== "unterminated-string") return;
      const quote = span.source.text.charAt(span.start);
      report({
        span,
        message: "The string that opens here is never closed: smtpd reads on over the lines that follow.",
        help: `Close it with ${quote === "'" ? "an apostrophe" : "a double quote"} on the same line.`,
      });
    },
  }),
});
