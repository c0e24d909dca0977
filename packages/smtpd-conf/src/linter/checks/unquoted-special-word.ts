import type { SyntaxFailure } from "../../parser/configuration.ts";
import type { Token } from "../../parser/lexer/token.ts";
import type { Span } from "../../parser/source.ts";
import { type Check, defineCheck } from "../check.ts";
import { isEditable } from "../place.ts";

export const unquotedSpecialWord: Check = defineCheck({
  code: "unquoted-special-word",
  summary: "A bare word begins with a letter, a digit, a colon or an underscore; anything else needs quotes.",
  precedence: 31,
  create: () => ({
    explain: (failure) => {
      const { token } = failure;
      if (token === undefined || !isSpecial(failure, token)) return undefined;
      const expanded = token.origin !== undefined;
      const span = wordAround(token);
      const word = span.source.text.slice(span.start, span.end);
      const quote = word.includes('"') ? "'" : '"';
      return {
        span: expanded ? token : span,
        message: expanded
          ? `The macro's value is read again here, and a bare word cannot begin with "${token.value}".`
          : `A bare word cannot begin with "${token.value}".`,
        help: expanded
          ? "Put quotes of the other kind inside the macro's value: name = '\"/path\"'."
          : `Quote it: ${quote}${word}${quote}.`,
        related: token.origin ? [{ span: token.origin, message: "The macro's value." }] : [],
        fixes: isEditable(token)
          ? [{ title: "Put it in quotes", safe: true, edits: [{ span, text: `${quote}${word}${quote}` }] }]
          : [],
      };
    },
  }),
});

/** A character that no word can begin with, where a value could stand. */
function isSpecial(failure: SyntaxFailure, token: Token): boolean {
  if (token.kind !== "Illegal" || token.value === "\0" || token.value === "\r") return false;
  return !/^[();]$/.test(token.value) || failure.expected().string;
}

/** The word that the author meant: up to the next blank, comma or brace. */
function wordAround(token: Token): Span {
  const { text } = token.source;
  let end = token.end;
  while (end < text.length && !/[\s,{}#]/.test(text.charAt(end))) end++;
  if (/[>]/.test(text.charAt(end - 1)) && end - 1 > token.start) end--;
  return { source: token.source, start: token.start, end };
}
