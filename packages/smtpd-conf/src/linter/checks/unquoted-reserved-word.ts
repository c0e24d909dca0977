import { type Check, defineCheck } from "../check.ts";
import { isEditable } from "../place.ts";
import { beginsStatement } from "../statement-words.ts";

export const unquotedReservedWord: Check = defineCheck({
  code: "unquoted-reserved-word",
  summary: "A keyword that is meant as a name or value must be quoted.",
  precedence: 32,
  create: () => ({
    explain: (failure) => {
      const { token, line, index } = failure;
      if (token?.kind !== "Keyword") return undefined;
      if (line.tokens[index - 1]?.kind === "Newline" && beginsStatement(token)) return undefined;
      const expected = failure.expected();
      const insideBraces = line.tokens.slice(0, index).findLast(({ value, kind }) => kind === "Punctuation" && /[{}]/.test(value))?.value === "{";
      if (!expected.string && !expected.table && !insideBraces) return undefined;
      if (nextOptionFits(failure.line.tokens[index + 1], expected.table)) return undefined;
      return {
        span: token,
        message: `"${token.value}" is a keyword of smtpd.conf, and a ${expected.table ? "value" : "name or value"} is expected here.`,
        help: `Quote it: "${token.value}".`,
        fixes: isEditable(token)
          ? [{ title: "Put it in quotes", safe: true, edits: [{ span: token, text: `"${token.value}"` }] }]
          : [],
      };
    },
  }),
});

/** `for domain regex` and the like never get here; kept apart so that the rule above reads as one thought. */
function nextOptionFits(_next: unknown, _table: boolean): boolean {
  return false;
}
