import type { Source, Span } from "../../parser/source.ts";
import type { Problem } from "../check.ts";
import { defineRule, type Rule } from "../rule.ts";

export const continuationAtEof: Rule = defineRule({
  code: "continuation-at-eof",
  summary: "The last line of a file ends in a backslash, and nothing follows.",
  category: "intent",
  severity: "warning",
  recommended: true,
  fix: "safe",
  scope: "statement",
  create: ({ configuration: { sources, comments }, report }) => ({
    end: () => {
      for (const source of sources) {
        const span = source.kind === "file" ? finalBackslash(source) : undefined;
        if (span !== undefined && !isWithin(comments, span)) report(problemOf(span));
      }
    },
  }),
});

function finalBackslash(source: Source): Span | undefined {
  const end = source.text.endsWith("\n") ? source.text.length - 1 : source.text.length;
  return source.text.charAt(end - 1) === "\\" ? { source, start: end - 1, end } : undefined;
}

function isWithin(comments: readonly Span[], { source, start }: Span): boolean {
  return comments.some((comment) => comment.source === source && comment.start < start && start < comment.end);
}

function problemOf(span: Span): Problem {
  return {
    span,
    message: "Nothing follows this backslash at the end of the file, and smtpd takes the statement to be complete.",
    help: "Look whether a line is missing; else remove the backslash.",
    fixes: [{ title: "Remove the backslash", safe: true, edits: [{ span, text: "" }] }],
  };
}
