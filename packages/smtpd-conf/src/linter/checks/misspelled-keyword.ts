import { type Check, defineCheck } from "../check.ts";
import { rewrite } from "../fix.ts";
import { eitherOf, suggestionsFor } from "../suggestions.ts";

export const misspelledKeyword: Check = defineCheck({
  code: "misspelled-keyword",
  summary: "Keywords must be spelled as smtpd knows them.",
  precedence: 35,
  create: () => ({
    explain: (failure) => {
      const { token, index } = failure;
      if (token?.kind !== "String" || token.quoted || index === 0) return undefined;
      const { value } = token;
      // Of two words as near, the one with the same letters is more likely: "from" for "form", not "for".
      const near = suggestionsFor(value, failure.expected().keywords).toSorted(
        (a, b) => Number(hasSameLetters(value, b)) - Number(hasSameLetters(value, a)),
      );
      if (near.length === 0) return undefined;
      return {
        span: token,
        message: `smtpd knows no keyword "${value}".`,
        help: `Did you mean ${eitherOf(near)}?`,
        fixes: near.flatMap((word) => rewrite(`Write "${word}"`, [[token, word]], false)),
      };
    },
  }),
});

function hasSameLetters(first: string, second: string): boolean {
  return [...first].sort().join("") === [...second].sort().join("");
}
