import type { Release } from "../../language/releases.ts";
import { parseConfiguration } from "../../parser/parse-configuration.ts";
import { type Span, textOf } from "../../parser/source.ts";
import type { Problem } from "../check.ts";
import { defineRule, type Rule } from "../rule.ts";

export const commentContinuation: Rule = defineRule({
  code: "comment-continuation",
  summary: "A backslash at the end of a comment makes the next line a part of the comment.",
  category: "intent",
  severity: "warning",
  recommended: true,
  fix: "suggested",
  scope: "statement",
  create: ({ configuration, target, report }) => ({
    end: () => {
      for (const comment of configuration.comments) {
        for (const swallowed of swallowedIn(comment)) {
          if (isStatement(textOf(swallowed), target)) report(problemOf(swallowed));
        }
      }
    },
  }),
});

/** The lines of a comment without a `#` of their own that stand directly below one with it: each with all that follow. */
function swallowedIn(comment: Span): readonly Span[] {
  const text = textOf(comment);
  if (!text.includes("\\\n")) return [];
  return Array.from(text.matchAll(/(?<=\\\n)(?<=(?:^|\n)[ \t]*#.*\n)(?![ \t]*#).*(?:\n(?![ \t]*#).*)*/g), (match) => {
    const start = comment.start + match.index;
    return { source: comment.source, start, end: start + match[0].length };
  });
}

/**
 * Whether the lines are a statement by themselves, whatever its macros stand for. Not every option is told from one: the
 * `pki NAME` of a listener that is commented out looks like a statement without parameters.
 */
function isStatement(text: string, target: Release): boolean {
  const withoutMacros = text.replace(/\$\w+/g, "macro");
  const { lines, lexicalErrors, syntaxFailures } = parseConfiguration({ path: "", text: withoutMacros, target });
  const [line] = lines;
  if (line === undefined || syntaxFailures.length > 0 || lexicalErrors.length > 0) return false;
  return line.kind !== "MacroDefinition" && !(line.kind === "PkiDirective" && line.options.length === 0);
}

function problemOf({ source, start }: Span): Problem {
  const backslash = { source, start: start - 2, end: start - 1 };
  const end = source.text.indexOf("\n", start);
  return {
    span: backslash,
    message:
      "This backslash makes the next line a part of the comment, so that smtpd does not see the statement there.",
    help: "Remove the backslash, or write # before the next line as well.",
    related: [{ span: { source, start, end: end < 0 ? source.text.length : end }, message: "This is a comment." }],
    fixes: [{ title: "Remove the backslash", safe: false, edits: [{ span: backslash, text: "" }] }],
  };
}
