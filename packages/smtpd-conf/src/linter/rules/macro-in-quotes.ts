import { textOf } from "../../parser/source.ts";
import type { Problem } from "../check.ts";
import type { Fix } from "../diagnostic.ts";
import { asWord } from "../fix.ts";
import { defineRule, type Rule } from "../rule.ts";
import { type UnexpandedMacro, unexpandedMacros } from "../unexpanded-macros.ts";

export const macroInQuotes: Rule = defineRule({
  code: "macro-in-quotes",
  summary: "A macro in quotes is not replaced by its value.",
  category: "intent",
  severity: "warning",
  recommended: true,
  fix: "suggested",
  scope: "statement",
  create: (context) => ({
    Line: (line) => {
      for (const found of unexpandedMacros(line, context)) if (found.quoted) context.report(problemOf(found));
    },
  }),
});

function problemOf(found: UnexpandedMacro): Problem {
  const { span, macro } = found;
  return {
    span,
    message: `smtpd replaces no macros in quotes, so "${textOf(span)}" stays as it is.`,
    help: isWholeString(found)
      ? `Write ${textOf(span)} without the quotes.`
      : "Put the whole string into a macro, or write out the value.",
    related: macro.persistent ? [] : [{ span: macro.origin, message: "The macro's value." }],
    fixes: unquoted(found),
  };
}

function isWholeString({ token, span }: UnexpandedMacro): boolean {
  return span.start === token.start + 1 && span.end === token.end - 1;
}

/** Without quotes the value is read anew, so it must be one word by itself. */
function unquoted(found: UnexpandedMacro): Fix[] {
  const { token, span, macro } = found;
  if (!isWholeString(found) || asWord(macro.value) !== macro.value || span.source.kind !== "file") return [];
  return [{ title: "Remove the quotes", safe: false, edits: [{ span: token, text: textOf(span) }] }];
}
