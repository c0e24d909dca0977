import type { SyntaxFailure } from "../../parser/configuration.ts";
import type { Token } from "../../parser/lexer/token.ts";
import { beginsStatement } from "../../parser/statement-words.ts";
import { type Check, defineCheck, type Problem } from "../check.ts";
import { quotesFor } from "../macro-quotes.ts";
import { isInBraces } from "../place.ts";

const definitions = new Set(["action", "ca", "filter", "pki", "proc", "table", "wrapper"]);

export const unquotedReservedWord: Check = defineCheck({
  code: "unquoted-reserved-word",
  summary: "A keyword that is meant as a name or value must be quoted.",
  precedence: 32,
  create: () => ({
    explain: (failure) => {
      const name = macroName(failure);
      const word = name ?? failure.token;
      if (word?.kind !== "Keyword" || (name === undefined && !takesString(failure))) return undefined;
      if (name === undefined && isMissingValue(failure, word)) return missingValue(failure, word);
      return {
        span: word,
        message: `"${word.value}" is a keyword of smtpd.conf, and a ${name ? "name" : nounAt(failure)} is expected here.`,
        ...quotesFor(word),
      };
    },
  }),
});

/** `for domain reject`: in a rule, these words are rather the next thing than a value. */
function isMissingValue({ line }: SyntaxFailure, word: Token): boolean {
  return line.partial?.kind === "MatchDirective" && /^(action|for|from|reject)$/.test(word.value);
}

function missingValue({ line, index }: SyntaxFailure, word: Token): Problem {
  const before = line.tokens[index - 1];
  return {
    span: word,
    message: `"${word.value}" stands where the value of "${before?.value}" is expected.`,
    help: `Write the value before it; if it is the value, quote it: "${word.value}".`,
  };
}

/** `user = "alice"`: the keyword that is to be the name of a macro. */
function macroName({ line, index }: SyntaxFailure): Token | undefined {
  const [first, second] = line.tokens;
  return index < 2 && second?.kind === "Punctuation" && second.value === "=" ? first : undefined;
}

/** Whether a string could stand where the line breaks off, and no new statement begins there. */
function takesString(failure: SyntaxFailure): boolean {
  const { token, line, index } = failure;
  if (index === 0 || (token !== undefined && line.tokens[index - 1]?.kind === "Newline" && beginsStatement(token)))
    return false;
  const { string, table } = failure.expected();
  return string || table || isInBraces(failure);
}

function nounAt({ line, index, expected }: SyntaxFailure): string {
  const before = line.tokens[index - 1];
  if (before?.value === "<") return "name";
  return !expected().table && before?.kind === "Keyword" && definitions.has(before.value) ? "name" : "value";
}
