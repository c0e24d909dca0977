import type { SyntaxFailure } from "../../parser/configuration.ts";
import type { Token } from "../../parser/lexer/token.ts";
import { type Check, defineCheck, type Problem } from "../check.ts";
import { quotesFor } from "../macro-quotes.ts";
import { isInBraces } from "../place.ts";

export const unquotedNumber: Check = defineCheck({
  code: "unquoted-number",
  summary: "A bare number is no string: where a string is expected it must be quoted.",
  precedence: 30,
  create: () => ({
    explain: (failure) => {
      const { token } = failure;
      if (token?.kind !== "Number" || !takesString(failure)) return undefined;
      const message = `${token.value} is a number, and smtpd expects a string here.`;
      return { span: token, message, ...quotesFor(token), ...quotesForMore(token) };
    },
  }),
});

/** Where a macro is defined, another check speaks of numbers and keywords alike. */
function takesString(failure: SyntaxFailure): boolean {
  if (failure.line.partial?.kind === "MacroDefinition") return false;
  const { string, table } = failure.expected();
  return string || table || isInBraces(failure);
}

/** `10/8`: smtpd takes the digits for a number, and the slash for a mistake. */
function quotesForMore({ source, start, origin }: Token): Partial<Problem> {
  const more = /^-?\d+\/[^\s,{}]*/.exec(source.text.slice(start, start + 256))?.[0];
  if (more === undefined || origin !== undefined) return {};
  const span = { source, start, end: start + more.length };
  return {
    span,
    help: `Quote all of it: "${more}".`,
    fixes: [{ title: "Put it in quotes", safe: true, edits: [{ span, text: `"${more}"` }] }],
  };
}
