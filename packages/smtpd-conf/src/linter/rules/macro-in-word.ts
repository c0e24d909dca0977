import { textOf } from "../../parser/source.ts";
import type { Problem } from "../check.ts";
import type { Fix } from "../diagnostic.ts";
import { defineRule, type Rule } from "../rule.ts";
import { type UnexpandedMacro, unexpandedMacros } from "../unexpanded-macros.ts";

export const macroInWord: Rule = defineRule({
  code: "macro-in-word",
  summary: "A macro within a word is not replaced by its value.",
  category: "intent",
  severity: "error",
  recommended: true,
  fix: "suggested",
  scope: "statement",
  create: (context) => ({
    Line: (line) => {
      for (const found of unexpandedMacros(line, context)) if (!found.quoted) context.report(problemOf(found));
    },
  }),
});

function problemOf(found: UnexpandedMacro): Problem {
  const { span, macro } = found;
  const word = wordWithValue(found);
  return {
    span,
    message: `smtpd replaces a macro only where a word begins, so "${textOf(span)}" stays as it is.`,
    help: `Put the whole word into the macro${word === undefined ? "" : `, or write out its value: ${word}`}.`,
    related: macro.persistent ? [] : [{ span: macro.origin, message: "The macro's value." }],
    fixes: word === undefined ? [] : writtenOut(found),
  };
}

/** The word as it was meant; undefined where the value is none that can stand within a word. */
function wordWithValue({ token, span, macro }: UnexpandedMacro): string | undefined {
  if (!/^[\w.:@/*+-]*$/.test(macro.value)) return undefined;
  const text = textOf(token);
  return text.slice(0, span.start - token.start) + macro.value + text.slice(span.end - token.start);
}

function writtenOut({ span, macro }: UnexpandedMacro): Fix[] {
  if (span.source.kind !== "file") return [];
  return [{ title: "Write out the macro's value", safe: false, edits: [{ span, text: macro.value }] }];
}
