import { dheModes } from "../../language/statements.ts";
import type { Token, Word } from "../../parser/lexer/token.ts";
import { type Check, defineCheck, type Problem } from "../check.ts";
import { rewrite } from "../fix.ts";
import { tokenBefore } from "../place.ts";
import { eitherOf, suggestionsFor } from "../suggestions.ts";

export const invalidDheValue: Check = defineCheck({
  code: "invalid-dhe-value",
  summary: "The dhe parameter of a pki is none, auto or legacy.",
  precedence: 29,
  create: ({ report }) => ({
    PkiDirective: ({ options }) => {
      for (const option of options) {
        const word = option.argument as Word;
        if (option.name !== "dhe" || dheModes.some((mode) => mode === word.value.toLowerCase())) continue;
        report(problemOf(word));
      }
    },
    // A size such as 2048 is a number and no string, so the grammar refuses it already.
    explain: (failure) => {
      const { token, line } = failure;
      if (token?.kind !== "Number" || line.partial?.kind !== "PkiDirective") return undefined;
      return tokenBefore(failure)?.value === "dhe" ? problemOf(token) : undefined;
    },
  }),
});

function problemOf(token: Token): Problem {
  const near = suggestionsFor(token.value.toLowerCase(), dheModes);
  return {
    span: token,
    message: `There is no dhe mode "${token.value}".`,
    help:
      near.length > 0
        ? `Did you mean ${eitherOf(near)}?`
        : 'Write "auto" for parameters that fit the key, "legacy" for those of 1024 bits, or "none".',
    fixes: near.flatMap((mode) => rewrite(`Write "${mode}"`, [[token, mode]], false)),
  };
}
