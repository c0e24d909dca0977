import { type Check, defineCheck } from "../check.ts";
import { isEditable, tokenBefore } from "../place.ts";

export const trailingComma: Check = defineCheck({
  code: "trailing-comma",
  summary: "A list does not end with a comma, and has no two in a row.",
  precedence: 20,
  create: () => ({
    explain: (failure) => {
      const { token, line, index } = failure;
      const before = line.tokens.slice(0, index).findLast(({ kind }) => kind !== "Newline");
      if (before?.value !== "," || before.kind !== "Punctuation" || token?.kind !== "Punctuation") return undefined;
      if (token.value !== "}" && token.value !== ",") return undefined;
      const extra = token.value === "," ? token : (before ?? tokenBefore(failure));
      return {
        span: extra,
        message: token.value === "," ? "There are two commas in a row." : "The list ends with a comma, and smtpd expects one more entry.",
        help: "Remove the comma.",
        fixes: isEditable(extra)
          ? [{ title: "Remove the comma", safe: true, edits: [{ span: extra, text: "" }] }]
          : [],
      };
    },
  }),
});
