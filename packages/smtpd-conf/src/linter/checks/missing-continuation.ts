import type { SyntaxFailure } from "../../parser/configuration.ts";
import { type Source, type Span, textOf } from "../../parser/source.ts";
import { statementWords } from "../../parser/statement-words.ts";
import { type Check, defineCheck, type Problem } from "../check.ts";
import type { Fix } from "../diagnostic.ts";
import { breakOff, firstToken } from "../place.ts";

export const missingContinuation: Check = defineCheck({
  code: "missing-continuation",
  summary: "A statement goes on over the end of a line only after a backslash, or in braces.",
  precedence: 23,
  create: ({ configuration: { syntaxFailures } }) => {
    const previous = new Map(syntaxFailures.map((failure, index) => [failure, syntaxFailures[index - 1]]));
    return {
      explain: (failure) => {
        const before = previous.get(failure);
        if (before === undefined || !goesOnAt(before, failure)) return incomplete(failure) ?? continuing(failure);
        return incomplete(before);
      },
    };
  },
});

/** Whether a statement that ends too early goes on in the line that breaks off here. */
function goesOnAt(before: SyntaxFailure, { line }: SyntaxFailure): boolean {
  const next = before.token === undefined ? rangeOfLineBelow(breakOff(before)) : undefined;
  const first = firstToken(line);
  return next !== undefined && next.source === first.source && next.start <= first.start && first.start < next.end;
}

/** A line that ends too early, with an indented line below that is no statement. */
function incomplete(failure: SyntaxFailure): Problem | undefined {
  if (failure.token !== undefined) return undefined;
  const span = breakOff(failure);
  if (!isContinuation(rangeOfLineBelow(span))) return undefined;
  return {
    span,
    message: "The statement is not complete, and smtpd does not look for the rest of it in the next line.",
    help: "Put a backslash at the end of this line, with nothing after it.",
    fixes: backslashAtEndOf(span.source, span.start),
  };
}

/** An indented line that begins with an option, below a line that is complete without it. */
function continuing({ line, index }: SyntaxFailure): Problem | undefined {
  const first = firstToken(line);
  const start = first.source.text.lastIndexOf("\n", first.start - 1);
  if (index > 0 || first.kind !== "Keyword" || start < 0 || start + 1 === first.start) return undefined;
  const above = first.source.text.slice(first.source.text.lastIndexOf("\n", start - 1) + 1, start);
  if (/^\s*(#|$)/.test(above)) return undefined;
  return {
    span: first,
    message: `"${first.value}" begins no statement, and smtpd does not take this line for a part of the one above.`,
    help: "Put a backslash at the end of the line above, with nothing after it.",
    fixes: backslashAtEndOf(first.source, start - 1),
  };
}

/** The line below a place; undefined at the end of the text. */
function rangeOfLineBelow({ source, start }: Span): Span | undefined {
  const newline = source.text.indexOf("\n", start);
  if (newline < 0) return undefined;
  const end = source.text.indexOf("\n", newline + 1);
  return { source, start: newline + 1, end: end < 0 ? source.text.length : end };
}

/** Whether a line is indented and no statement; `action NAME` alone is the end of a rule. */
function isContinuation(line: Span | undefined): boolean {
  const [, word, rest = ""] = (line && /^[ \t]+([^\s#]+)(.*)/.exec(textOf(line))) ?? [];
  if (word === undefined) return false;
  return !statementWords.has(word) || (word === "action" && /^\s+("[^"]*"|\S+)\s*(#.*)?$/.test(rest));
}

/** None where a comment stands at the end of the line, which a backslash would continue. */
function backslashAtEndOf(source: Source, position: number): Fix[] {
  const newline = source.text.indexOf("\n", position);
  const text = source.text.slice(source.text.lastIndexOf("\n", newline - 1) + 1, newline);
  if (text.includes("#") || source.kind !== "file") return [];
  const edit = { span: { source, start: newline, end: newline }, text: text.endsWith(" ") ? "\\" : " \\" };
  return [{ title: "Continue the line with a backslash", safe: true, edits: [edit] }];
}
