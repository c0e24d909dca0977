import type { SyntaxFailure } from "../../parser/configuration.ts";
import type { Token } from "../../parser/lexer/token.ts";
import { type Span, textOf } from "../../parser/source.ts";
import { type Check, defineCheck, type Problem } from "../check.ts";
import type { Fix } from "../diagnostic.ts";
import { isEditable } from "../place.ts";

export const macroValueNotString: Check = defineCheck({
  code: "macro-value-not-string",
  summary: "The value of a macro is one string: numbers, keywords and lists must be quoted.",
  precedence: 28,
  create: () => ({
    explain: (failure) => {
      const { token, line, index } = failure;
      if (line.partial?.kind !== "MacroDefinition" || token === undefined || index < 2) return undefined;
      const kind = kindOf(failure, token);
      return kind === undefined ? undefined : problemOf(line.tokens.slice(2), token, kind);
    },
  }),
});

/** What stands in place of the string, or behind it. */
function kindOf({ index }: SyntaxFailure, { kind, value }: Token): string | undefined {
  if (index > 2) return kind === "Illegal" || kind === "Newline" ? undefined : "more than one word";
  if (kind === "Number") return "a number";
  if (kind === "Keyword") return "a keyword";
  return { "<": "a table", "{": "a list" }[value];
}

function problemOf(value: readonly Token[], token: Token, kind: string): Problem {
  const [first, last] = [value[0] ?? token, value.at(-1) ?? token];
  const span = first.source === last.source ? { source: first.source, start: first.start, end: last.end } : token;
  const quoted = value.every(isEditable) ? quote(textOf(span)) : undefined;
  return {
    span: kind === "a number" || kind === "a keyword" ? token : span,
    message: `The value of a macro is one string, and this is ${kind}.`,
    help: `Put it in quotes${quoted ? `: ${quoted}` : ""}. Where the macro is used, smtpd reads it again as what it is.`,
    fixes: quoted ? quotingFix(span, quoted) : [],
  };
}

/** The text in quotes that it does not contain itself; undefined where it has both kinds, or goes over several lines. */
function quote(text: string): string | undefined {
  const mark = ['"', "'"].find((candidate) => !text.includes(candidate));
  return mark === undefined || /[\n\\]/.test(text) ? undefined : mark + text + mark;
}

function quotingFix(span: Span, text: string): Fix[] {
  return [{ title: "Put it in quotes", safe: true, edits: [{ span, text }] }];
}
