import type { SyntaxFailure } from "../../parser/configuration.ts";
import type { Token } from "../../parser/lexer/token.ts";
import { statementWords } from "../../parser/statement-words.ts";
import { type Check, defineCheck } from "../check.ts";
import { rewrite } from "../fix.ts";

export const quoteInWord: Check = defineCheck({
  code: "quote-in-word",
  summary: "A string in quotes begins after a blank: within a word, a quote is a part of the word.",
  precedence: 24,
  create: () => ({
    explain: (failure) => {
      const word = wordAt(failure);
      const [, keyword = "", string = ""] = (word && /^([a-z0-9-]+)(["'].*)$/.exec(word.value)) ?? [];
      if (word === undefined || !isExpected(failure, word, keyword)) return undefined;
      const text = `${keyword} ${string}`;
      return {
        span: word,
        message: `To smtpd all of this is one word: the quote begins no string directly after "${keyword}".`,
        help: `Put a blank between them: ${text}.`,
        fixes: rewrite("Put a blank before the quote", [[word, text]]),
      };
    },
  }),
});

/** The word that cannot stand there; where the line breaks off after its first one, that one. */
function wordAt({ line, index, token }: SyntaxFailure): Token | undefined {
  const word = index === 1 && isCut(line.tokens[0]) ? line.tokens[0] : token;
  return isCut(word) ? word : undefined;
}

function isCut(token: Token | undefined): boolean {
  return token?.kind === "String" && !token.quoted;
}

function isExpected({ line, expected }: SyntaxFailure, word: Token, keyword: string): boolean {
  return word === line.tokens[0] ? statementWords.has(keyword) : expected().keywords.includes(keyword);
}
