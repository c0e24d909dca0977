import { type Check, defineCheck } from "../check.ts";

export const unclosedBrace: Check = defineCheck({
  code: "unclosed-brace",
  summary: "A list that is opened must be closed.",
  precedence: 22,
  create: () => ({
    explain: ({ token, line }) => {
      if (token !== undefined) return undefined;
      const last = line.tokens.findLast(({ kind, value }) => kind === "Punctuation" && (value === "{" || value === "}"));
      if (last?.value !== "{") return undefined;
      return {
        span: last,
        message: "The list that opens here is not closed before the next statement.",
        help: 'Close it with "}".',
      };
    },
  }),
});
