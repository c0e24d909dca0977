import { type Check, defineCheck } from "../check.ts";
import { isEditable } from "../place.ts";
import { eitherOf, suggestionsFor } from "../suggestions.ts";

export const misspelledKeyword: Check = defineCheck({
  code: "misspelled-keyword",
  summary: "Keywords must be spelled as smtpd knows them.",
  precedence: 35,
  create: () => ({
    explain: (failure) => {
      const { token, index } = failure;
      if (token?.kind !== "String" || token.quoted || index === 0) return undefined;
      const near = suggestionsFor(token.value, failure.expected().keywords);
      const [best] = near;
      if (best === undefined) return undefined;
      return {
        span: token,
        message: `"${token.value}" cannot stand here.`,
        help: `Did you mean ${eitherOf(near)}?`,
        fixes: isEditable(token)
          ? [{ title: `Write "${best}"`, safe: false, edits: [{ span: token, text: best }] }]
          : [],
      };
    },
  }),
});
