import { type Check, defineCheck } from "../check.ts";

export const nulInString: Check = defineCheck({
  code: "nul-in-string",
  summary: "A string has no NUL byte in it.",
  create: ({ report }) => ({
    LexicalError: ({ kind, span }) => {
      if (kind === "nul-in-string")
        report({ span, message: "There is a NUL byte in this string, and smtpd refuses it.", help: "Remove it." });
    },
  }),
});
