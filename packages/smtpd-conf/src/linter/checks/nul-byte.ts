import { type Check, defineCheck } from "../check.ts";

export const nulByte: Check = defineCheck({
  code: "nul-byte",
  summary: "A NUL byte ends the configuration, and must not stand within a statement.",
  precedence: 12,
  create: () => ({
    explain: ({ token }) => {
      if (token?.kind !== "Illegal" || token.value !== "\0") return undefined;
      return {
        span: token,
        message: "There is a NUL byte here: smtpd reads nothing behind it, and this statement is not complete.",
        help: "Remove it. Is this a text file?",
      };
    },
  }),
});
