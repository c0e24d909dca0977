import { isKeyword } from "../../language/keywords.ts";
import type { SyntaxFailure } from "../../parser/configuration.ts";
import type { Token } from "../../parser/lexer/token.ts";
import { type Check, defineCheck } from "../check.ts";
import { isEditable } from "../place.ts";

export const straySemicolon: Check = defineCheck({
  code: "stray-semicolon",
  summary: "A statement ends with its line, not with a semicolon.",
  precedence: 27,
  create: () => ({
    explain: (failure) => {
      const token = semicolonIn(failure);
      if (token === undefined) return undefined;
      const span = { source: token.source, start: token.end - 1, end: token.end };
      const last = token === failure.line.tokens.at(-1);
      const title = last ? "Remove the semicolon" : "Begin a new line";
      return {
        span: isEditable(token) ? span : token,
        message: "smtpd.conf has no semicolons: a statement ends with its line.",
        help: last ? "Remove it." : "Write what follows on a line of its own.",
        fixes: isEditable(token) ? [{ title, safe: true, edits: [{ span, text: last ? "" : "\n" }] }] : [],
      };
    },
  }),
});

/** A semicolon on its own, or at the end of a word that is a keyword without it. */
function semicolonIn({ token, expected, line, index }: SyntaxFailure): Token | undefined {
  if (token?.kind === "Illegal") return token.value === ";" ? token : undefined;
  if (token?.kind !== "String" || token.quoted) return afterSemicolon(line.tokens[index - 1], token);
  const word = /^(.*);$/.exec(token.value)?.[1];
  if (word !== undefined && isKeyword(word) && expected().keywords.includes(word)) return token;
  return afterSemicolon(line.tokens[index - 1], token);
}

/** `a; listen on …`: the semicolon belongs to the word before the statement that cannot begin there. */
function afterSemicolon(before: Token | undefined, token: Token | undefined): Token | undefined {
  if (before?.kind !== "String" || before.quoted || !before.value.endsWith(";")) return undefined;
  return token === undefined ? undefined : before;
}
