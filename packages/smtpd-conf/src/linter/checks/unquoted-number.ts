import { type Check, defineCheck } from "../check.ts";
import { isEditable } from "../place.ts";

export const unquotedNumber: Check = defineCheck({
  code: "unquoted-number",
  summary: "A bare number is no string: where a string is expected it must be quoted.",
  precedence: 30,
  create: () => ({
    explain: (failure) => {
      const { token, line } = failure;
      if (token?.kind !== "Number") return undefined;
      if (line.partial?.kind === "MacroDefinition") return undefined;
      const expected = failure.expected();
      const insideBraces = line.tokens.slice(0, failure.index).some(({ value, kind }) => kind === "Punctuation" && value === "{");
      if (!expected.string && !expected.table && !insideBraces) return undefined;
      return {
        span: token,
        message: `${token.value} is a number, and smtpd expects a string here.`,
        help: `Quote it: "${token.value}".`,
        fixes: isEditable(token)
          ? [{ title: "Put it in quotes", safe: true, edits: [{ span: token, text: `"${token.value}"` }] }]
          : [],
      };
    },
  }),
});
