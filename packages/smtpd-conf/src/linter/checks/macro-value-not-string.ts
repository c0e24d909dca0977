import { type Check, defineCheck } from "../check.ts";
import { isEditable } from "../place.ts";

export const macroValueNotString: Check = defineCheck({
  code: "macro-value-not-string",
  summary: "The value of a macro is a string: numbers and keywords must be quoted.",
  precedence: 28,
  create: () => ({
    explain: ({ token, line, index }) => {
      if (line.partial?.kind !== "MacroDefinition" || index !== 2) return undefined;
      if (token?.kind !== "Number" && token?.kind !== "Keyword") return undefined;
      return {
        span: token,
        message: `The value of a macro is a string, and ${token.kind === "Number" ? `${token.value} is a number` : `"${token.value}" is a keyword`}.`,
        help: `Quote it: "${token.value}". Where the macro is used, it is read again as what it is.`,
        fixes: isEditable(token)
          ? [{ title: "Put it in quotes", safe: true, edits: [{ span: token, text: `"${token.value}"` }] }]
          : [],
      };
    },
  }),
});
