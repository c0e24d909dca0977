import { spanFrom } from "../../parser/source.ts";
import { type Check, defineCheck } from "../check.ts";

export const emptyTable: Check = defineCheck({
  code: "empty-table",
  summary: "A list in braces has at least one entry.",
  precedence: 20,
  create: () => ({
    explain: ({ token, line, index }) => {
      const open = line.tokens.slice(0, index).findLast(({ kind }) => kind !== "Newline");
      if (token?.value !== "}" || token.kind !== "Punctuation" || open?.value !== "{" || open.kind !== "Punctuation") return undefined;
      return {
        span: spanFrom(open, token),
        message: "The braces are empty, and smtpd expects at least one entry.",
        help: "Name a file for a table that may be empty: table NAME file:/path.",
      };
    },
  }),
});
