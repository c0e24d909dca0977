import type { SyntaxFailure } from "../../parser/configuration.ts";
import { type Check, defineCheck } from "../check.ts";
import { quotesFor } from "../macro-quotes.ts";
import { isInBraces } from "../place.ts";

export const unquotedNumber: Check = defineCheck({
  code: "unquoted-number",
  summary: "A bare number is no string: where a string is expected it must be quoted.",
  precedence: 30,
  create: () => ({
    explain: (failure) => {
      const { token } = failure;
      if (token?.kind !== "Number" || !takesString(failure)) return undefined;
      return {
        span: token,
        message: `${token.value} is a number, and smtpd expects a string here.`,
        ...quotesFor(token),
      };
    },
  }),
});

/** Where a macro is defined, another check speaks of numbers and keywords alike. */
function takesString(failure: SyntaxFailure): boolean {
  if (failure.line.partial?.kind === "MacroDefinition") return false;
  const { string, table } = failure.expected();
  return string || table || isInBraces(failure);
}
