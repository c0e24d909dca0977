import { type Check, defineCheck } from "../check.ts";

export const nulByte: Check = defineCheck({
  code: "nul-byte",
  summary: "A NUL byte ends the configuration, and must not stand within a statement.",
  precedence: 12,
  create: () => ({
    explain: ({ line }) => {
      const nul = line.tokens.at(-1);
      if (nul?.kind !== "Illegal" || nul.value !== "\0") return undefined;
      return {
        span: nul,
        message: "There is a NUL byte here: smtpd reads nothing after it, and this statement is not complete.",
        help: "Remove it. A file full of them is UTF-16, or no text at all.",
      };
    },
  }),
});
