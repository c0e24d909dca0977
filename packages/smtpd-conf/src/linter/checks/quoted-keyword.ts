import type { SyntaxFailure } from "../../parser/configuration.ts";
import type { Token } from "../../parser/lexer/token.ts";
import { statementWords } from "../../parser/statement-words.ts";
import { type Check, defineCheck } from "../check.ts";
import { rewrite } from "../fix.ts";

export const quotedKeyword: Check = defineCheck({
  code: "quoted-keyword",
  summary: "A keyword stands without quotes: in quotes it is a string.",
  precedence: 26,
  create: () => ({
    explain: (failure) => {
      const token = quotedFirst(failure) ?? failure.token;
      if (token?.kind !== "String" || !token.quoted) return undefined;
      if (token === failure.token && !failure.expected().keywords.includes(token.value)) return undefined;
      return {
        span: token,
        message: `"${token.value}" in quotes is a string, and smtpd expects the keyword here.`,
        help: "Remove the quotes.",
        fixes: rewrite("Remove the quotes", [[token, token.value]]),
      };
    },
  }),
});

/** `"listen" on lo`: smtpd reads on as if a macro began, and stops at the next word. */
function quotedFirst({ line, index }: SyntaxFailure): Token | undefined {
  const [first, second] = line.tokens;
  const begins = index === 1 && second?.value !== "=" && first?.quoted && statementWords.has(first.value);
  return begins ? first : undefined;
}
