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

/** The first word, where no statement begins with it and no macro is defined. */
function noStatement({ line, index }: SyntaxFailure): Token | undefined {
  const [word, next] = line.tokens;
  if (word === undefined || next?.value === "=" || (next?.kind === "Illegal" && index > 1)) return undefined;
  if (word.kind === "Keyword") return index === 0 ? word : undefined;
  return word.kind === "String" && index === 1 ? word : undefined;
}

function problemWith(word: Token): Problem {
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
  if (places.length > 0) return `"${word.value}" belongs into ${eitherOf(places)}.`;
  const words = [...statementWords].sort();
  return `A line begins with ${eitherOf(words, "")}, or defines a macro: name = "value".`;
}
