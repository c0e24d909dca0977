import type { Configuration, SyntaxFailure } from "../../parser/configuration.ts";
import { type Check, defineCheck } from "../check.ts";
import { firstToken } from "../place.ts";

/** First words that only the grammar before 6.4 had. */
const legacyRules = new Set(["accept", "reject", "map"]);

export const legacyGrammar: Check = defineCheck({
  code: "legacy-grammar",
  summary: "Since 6.4 a rule is an action and a match; accept and reject rules are gone.",
  precedence: 6,
  create: ({ configuration }) => {
    const culprit = isLegacy(configuration) ? configuration.syntaxFailures[0] : undefined;
    return {
      explain: (failure) => {
        const subject = culprit ?? (isLegacyRule(failure) ? failure : undefined);
        if (subject === undefined) return undefined;
        const whole = culprit !== undefined;
        return {
          span: firstToken(subject.line),
          message: whole
            ? "This file is written in the language of OpenSMTPD before 6.4, which no release since 2018 reads."
            : `"${firstToken(subject.line).value}" rules are of the language before 6.4.`,
          help: 'Each "accept" becomes an action (how mail is delivered) and a match (which mail), each "reject" a match … reject.',
        };
      },
    };
  },
});

function isLegacyRule({ line }: SyntaxFailure): boolean {
  return legacyRules.has(firstToken(line).value) && line.tokens.length > 1;
}

/** Whether a file has rules of the old language and none of the new. */
export function isLegacy({ lines, syntaxFailures }: Configuration): boolean {
  if (!syntaxFailures.some(isLegacyRule)) return false;
  return !lines.some((line) => line.kind === "MatchDirective" || line.kind === "ActionDirective");
}
