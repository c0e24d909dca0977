import { type Check, defineCheck } from "../check.ts";
import { rewrite } from "../fix.ts";

export const quotedNumber: Check = defineCheck({
  code: "quoted-number",
  summary: "Where a number is expected, it stands without quotes and without a unit.",
  precedence: 30,
  create: () => ({
    explain: ({ token, expected }) => {
      if (token?.kind !== "String") return undefined;
      const { number, string } = expected();
      if (!number || string) return undefined;
      const digits = /^-?\d+$/.test(token.value);
      return {
        span: token,
        message: digits
          ? `"${token.value}" in quotes is a string, and smtpd expects a number here.`
          : `"${token.value}" is not a number.`,
        help: digits ? "Remove the quotes." : "Write digits only, without a unit.",
        fixes: digits && token.quoted ? rewrite("Remove the quotes", [[token, token.value]]) : [],
      };
    },
  }),
});
