import { type Check, defineCheck } from "../check.ts";
import { breakOff } from "../place.ts";

export const unclosedBrace: Check = defineCheck({
  code: "unclosed-brace",
  summary: "A list that is opened must be closed.",
  precedence: 22,
  create: () => ({
    explain: (failure) => {
      const { token, line, next } = failure;
      if (token !== undefined) return undefined;
      const last = line.tokens.findLast(
        ({ kind, value }) => kind === "Punctuation" && (value === "{" || value === "}"),
      );
      if (last?.value !== "{") return undefined;
      return {
        span: next ?? breakOff(failure),
        message: next
          ? `A statement begins with "${next.value}" here, and the list above it is still open.`
          : "The text ends here, and a list is still open.",
        help: 'Close the list with "}".',
        related: [{ span: last, message: "The list opens here." }],
      };
    },
  }),
});
