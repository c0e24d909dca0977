import { type Check, defineCheck } from "../check.ts";
import { rewrite } from "../fix.ts";
import { isInBraces } from "../place.ts";

const uses: ReadonlyMap<string, string> = new Map([
  [",", "Commas stand only between the entries of a list in braces, and between the delays of bounce."],
  ["=", "An equals sign stands only in the definition of a macro, and between the keys and values of a table."],
  ["=>", "An arrow stands only between the keys and values of a table."],
  ["(", "A list stands in braces: { a, b }."],
]);

export const strayPunctuation: Check = defineCheck({
  code: "stray-punctuation",
  summary: "Options and values are separated by blanks; commas and equals signs belong to lists, tables and macros.",
  precedence: 33,
  create: () => ({
    explain: (failure) => {
      const { token } = failure;
      const help = token?.quoted === false && token.kind !== "String" ? uses.get(token.value) : undefined;
      if (token === undefined || help === undefined || isInBraces(failure)) return undefined;
      return {
        span: token,
        message: `"${token.value}" cannot stand here: ${token.value === "(" ? "there are no parentheses" : "options and values are separated by blanks"}.`,
        help,
        fixes: token.value === "(" ? [] : rewrite(`Remove "${token.value}"`, [[token, ""]], false),
      };
    },
  }),
});
