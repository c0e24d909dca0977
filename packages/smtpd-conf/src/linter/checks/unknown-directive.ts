import { optionPlaces } from "../../language/option-places.ts";
import type { SyntaxFailure } from "../../parser/configuration.ts";
import type { Token } from "../../parser/lexer/token.ts";
import { statementWords } from "../../parser/statement-words.ts";
import { type Check, defineCheck, type Problem } from "../check.ts";
import { rewrite } from "../fix.ts";
import { eitherOf, suggestionsFor } from "../suggestions.ts";

export const unknownDirective: Check = defineCheck({
  code: "unknown-directive",
  summary: "A line begins with a statement's keyword, or is a macro definition.",
  precedence: 29,
  create: () => ({
    explain: (failure) => {
      const word = noStatement(failure);
      return word && problemWith(word);
    },
  }),
});

/** The first word, where no statement begins with it and no macro is defined on its line. */
function noStatement({ line, index, token, end }: SyntaxFailure): Token | undefined {
  const [word, next] = line.tokens;
  if (word === undefined || (next?.value === "=" && word.kind !== "Illegal")) return undefined;
  const between = word.source.text.slice(word.end, (token ?? end).start);
  return index === (word.kind === "String" ? 1 : 0) && !between.includes("\n") ? word : undefined;
}

function problemWith(word: Token): Problem {
  if (word.kind !== "String" && word.kind !== "Keyword") {
    return { span: word, message: `No statement begins with "${word.value}".`, help: helpFor(word) };
  }
  const message = `There is no statement "${word.value}".`;
  const [best, ...others] = suggestionsFor(word.value, statementWords);
  if (best === undefined) return { span: word, message, help: helpFor(word) };
  return {
    span: word,
    message,
    help: `Did you mean ${eitherOf([best, ...others])}?`,
    fixes: rewrite(`Write "${best}"`, [[word, best]], false),
  };
}

function helpFor(word: Token): string {
  const places = word.kind === "Keyword" ? optionPlaces(word.value) : [];
  if (places.length > 0) return `"${word.value}" belongs in ${eitherOf(places)}.`;
  const words = [...statementWords].sort();
  return `A line begins with ${eitherOf(words, "")}, or defines a macro: name = "value".`;
}
