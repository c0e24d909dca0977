import type { Span } from "../../parser/source.ts";
import { type Check, defineCheck, type Problem } from "../check.ts";
import { plainCharacter } from "../plain-character.ts";

export const unterminatedString: Check = defineCheck({
  code: "unterminated-string",
  summary: "A quoted string must be closed.",
  create: ({ report }) => ({
    LexicalError: ({ kind, span }) => {
      if (kind === "unterminated-string") report(problemAt(span));
    },
  }),
});

function problemAt(span: Span): Problem {
  const { source, start } = span;
  const quote = source.text.charAt(start);
  const message = "The string that opens here is never closed: smtpd reads on over the lines that follow.";
  const other = typographicQuote(span, quote);
  if (other === undefined) {
    return {
      span,
      message,
      help: `Close it with ${quote === "'" ? "an apostrophe" : "a double quote"} on the same line.`,
    };
  }
  return {
    span,
    message,
    help: `Write a plain ${quote} where it ends: what stands there is a typographic quote.`,
    related: [{ span: other, message: "The typographic quote." }],
    fixes: [{ title: `Write a plain ${quote}`, safe: true, edits: [{ span: other, text: quote }] }],
  };
}

/** The last typographic quote of the line, where the string was meant to be closed. */
function typographicQuote({ source, start }: Span, quote: string): Span | undefined {
  const newline = source.text.indexOf("\n", start);
  const line = source.text.slice(start, newline < 0 ? undefined : newline);
  for (let index = line.length - 1; index > 0; index--) {
    const plain = plainCharacter(line.charAt(index), source.encoding);
    if (plain === quote) return { source, start: start + index, end: start + index + 1 };
  }
  return undefined;
}
