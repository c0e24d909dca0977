import type { SyntaxFailure } from "../../parser/configuration.ts";
import type { Span } from "../../parser/source.ts";
import { type Check, defineCheck } from "../check.ts";

export const whitespaceAfterContinuation: Check = defineCheck({
  code: "whitespace-after-continuation",
  summary: "A backslash continues a line only when nothing follows it.",
  precedence: 15,
  create: () => ({
    explain: (failure) => {
      const span = continuationBehind(failure) ?? continuationBefore(failure);
      if (span === undefined) return undefined;
      const blanks = { ...span, start: span.start + 1 };
      return {
        span,
        message: "There is white space after this backslash, so it does not continue the line.",
        help: "Remove the white space.",
        fixes: [{ title: "Remove the white space", safe: true, edits: [{ span: blanks, text: "" }] }],
      };
    },
  }),
});

/** `\ ` at the end of the line on which the statement breaks off. */
function continuationBehind({ line, token }: SyntaxFailure): Span | undefined {
  const last = token ?? line.tokens.at(-1);
  if (last === undefined || (token !== undefined && token.kind !== "Newline")) return undefined;
  return continuationAt(last, last.kind === "Newline" ? last.start : last.end, false);
}

/** `\ ` at the end of the line above a line that is no statement. */
function continuationBefore({ line, index }: SyntaxFailure): Span | undefined {
  const [first] = line.tokens;
  if (first === undefined || index > 1) return undefined;
  const start = first.source.text.lastIndexOf("\n", first.start - 1);
  return start < 0 ? undefined : continuationAt(first, start, true);
}

function continuationAt({ source }: Span, position: number, backwards: boolean): Span | undefined {
  const { text } = source;
  const lineStart = text.lastIndexOf("\n", position - 1) + 1;
  const newline = text.indexOf("\n", position);
  const lineEnd = backwards ? position : newline < 0 ? text.length : newline;
  const match = /\\[ \t\r]+$/.exec(text.slice(lineStart, lineEnd));
  return match ? { source, start: lineStart + match.index, end: lineEnd } : undefined;
}
