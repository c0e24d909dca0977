import { isKeyword } from "../../language/keywords.ts";
import type { SyntaxFailure } from "../../parser/configuration.ts";
import type { Token } from "../../parser/lexer/token.ts";
import { statementWords } from "../../parser/statement-words.ts";
import { type Check, defineCheck } from "../check.ts";
import { rewrite } from "../fix.ts";

export const keywordCase: Check = defineCheck({
  code: "keyword-case",
  summary: "Keywords are written in lower case.",
  precedence: 25,
  create: () => ({
    explain: (failure) => {
      const token = firstWord(failure) ?? failure.token;
      if (token?.kind !== "String" || token.quoted) return undefined;
      const lower = token.value.toLowerCase();
      if (lower === token.value || !isKeyword(lower)) return undefined;
      if (token === failure.token && !failure.expected().keywords.includes(lower)) return undefined;
      return {
        span: token,
        message: `"${token.value}" is not a keyword: smtpd knows keywords in lower case only.`,
        help: `Write "${lower}".`,
        fixes: rewrite(`Write "${lower}"`, [[token, lower]]),
      };
    },
  }),
});

/** A first word like `Listen`: smtpd takes it for the name of a macro, and stumbles over what follows. */
function firstWord({ line, index }: SyntaxFailure): Token | undefined {
  const [first] = line.tokens;
  return index === 1 && first?.kind === "String" && statementWords.has(first.value.toLowerCase()) ? first : undefined;
}
