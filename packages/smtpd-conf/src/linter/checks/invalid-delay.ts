import type { Token, Word } from "../../parser/lexer/token.ts";
import { type Check, defineCheck, type Problem } from "../check.ts";
import { delayMeant, longestLike, parseDelay } from "../delay.ts";
import { rewrite } from "../fix.ts";
import { tokenBefore } from "../place.ts";

export const invalidDelay: Check = defineCheck({
  code: "invalid-delay",
  summary: "A delay is one number with one unit: s, m, h or d.",
  precedence: 29,
  create: ({ report }) => {
    const check = (word: Word) => {
      const delay = parseDelay(word.value);
      if ("wrong" in delay) report(problemOf(word, delay.wrong));
    };
    return {
      BounceDirective: ({ delays }) => delays.forEach(check),
      SettingDirective: ({ name, value }) => {
        if ((name === "queue ttl" || name === "srs ttl") && value?.kind === "String") check(value);
      },
      ActionDirective: ({ options }) => {
        for (const option of options) if (option.name === "ttl") check(option.argument as Word);
      },
      // A number without a unit is no string, so the grammar refuses it already.
      explain: (failure) => {
        const { token, line } = failure;
        const isDelay = line.partial?.kind === "BounceDirective" || tokenBefore(failure)?.value === "ttl";
        return token?.kind === "Number" && isDelay ? problemOf(token, "unit") : undefined;
      },
    };
  },
});

function problemOf(token: Token, wrong: "unit" | "number" | "range"): Problem {
  const { value, quoted } = token;
  const meant = wrong === "range" ? undefined : delayMeant(value);
  return {
    span: token,
    message: `"${value}" is not a delay.`,
    help: meant === undefined ? helpFor(value, wrong) : `Write "${meant}", which is as long.`,
    fixes: meant === undefined ? [] : rewrite(`Write "${meant}"`, [[token, quoted ? `"${meant}"` : meant]]),
  };
}

function helpFor(text: string, wrong: "unit" | "number" | "range"): string {
  if (wrong === "range") return `The shortest delay is "1s", the longest in this unit "${longestLike(text)}".`;
  if (/^\d+$/.test(text)) return `Add the unit: "${text}s", "${text}m", "${text}h" or "${text}d".`;
  return 'A delay is one number with one unit, s, m, h or d: "4d".';
}
