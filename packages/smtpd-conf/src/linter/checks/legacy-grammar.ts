import type { Configuration, SyntaxFailure } from "../../parser/configuration.ts";
import { type Check, defineCheck, type Problem } from "../check.ts";
import { firstToken } from "../place.ts";

/** What followed `reject` before 6.4; today it ends a rule or begins what a filter does. */
const rejected = new Set(["from", "for", "sender", "recipient", "tagged", "on", "authenticated", "!"]);

export const legacyGrammar: Check = defineCheck({
  code: "legacy-grammar",
  summary: "Since 6.4 a rule is an action and a match; accept and reject rules are gone.",
  precedence: 6,
  dismiss: (configuration) => {
    const [first] = configuration.syntaxFailures;
    if (first === undefined || !isLegacy(configuration)) return undefined;
    return {
      span: firstToken(first.line),
      message: "This file is written in the language of OpenSMTPD before 6.4, which no release since 2018 reads.",
      help: 'Each "accept" becomes an action (how mail is delivered) and a match (which mail), each "reject" a match … reject.',
    };
  },
  create: () => ({
    explain: (failure) => (isLegacyRule(failure) ? legacyRule(failure) : undefined),
  }),
});

function legacyRule({ line }: SyntaxFailure): Problem {
  const word = firstToken(line);
  const help: Readonly<Record<string, string>> = {
    accept: 'Write how mail is delivered as action "name" …, and which mail as match … action "name".',
    reject: "Write match, the conditions, and reject at the end.",
    map: "Write table instead: table name file:/path.",
  };
  return { span: word, message: `"${word.value}" rules are of the language before 6.4.`, help: help[word.value] };
}

/** `accept …`, `reject from …` or `map NAME …`, which only the language before 6.4 had. */
function isLegacyRule({ line }: SyntaxFailure): boolean {
  const [first, second] = line.tokens;
  if (first === undefined || first.quoted || second?.value === "=") return false;
  if (first.value === "reject") return second !== undefined && !second.quoted && rejected.has(second.value);
  return first.value === "accept" || (first.value === "map" && second?.kind === "String");
}

/** Whether a configuration has rules of the old language and none of the new, not even broken ones. */
function isLegacy({ lines, syntaxFailures }: Configuration): boolean {
  if (!syntaxFailures.some(isLegacyRule)) return false;
  return !lines.some(({ tokens: [first] }) => first?.kind === "Keyword" && /^(action|match)$/.test(first.value));
}
