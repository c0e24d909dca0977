import { isKeyword } from "../../language/keywords.ts";
import { settings } from "../../language/settings.ts";
import { statements } from "../../language/statements.ts";
import { type Check, defineCheck } from "../check.ts";
import { isEditable } from "../place.ts";

const firstWords: ReadonlySet<string> = new Set([...statements, ...settings].map(({ words }) => words[0]));

export const keywordCase: Check = defineCheck({
  code: "keyword-case",
  summary: "Keywords are written in lower case.",
  precedence: 25,
  create: () => ({
    explain: (failure) => {
      const [first, second] = failure.line.tokens;
      const atStart = failure.index === 1 && second?.value !== "=" && firstWords.has(first?.value.toLowerCase() ?? "");
      const token = atStart ? first : failure.token;
      if (token?.kind !== "String" || token.quoted) return undefined;
      const lower = token.value.toLowerCase();
      if (lower === token.value || !isKeyword(lower)) return undefined;
      if (!atStart && !failure.expected().keywords.includes(lower)) return undefined;
      return {
        span: token,
        message: `"${token.value}" is not a keyword: smtpd knows keywords in lower case only.`,
        help: `Write "${lower}".`,
        fixes: isEditable(token)
          ? [{ title: `Write "${lower}"`, safe: true, edits: [{ span: token, text: lower }] }]
          : [],
      };
    },
  }),
});
