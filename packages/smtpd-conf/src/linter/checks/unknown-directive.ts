import { keywordNames } from "../../language/keywords.ts";
import { optionPlaces } from "../../language/option-places.ts";
import { settings } from "../../language/settings.ts";
import { statements } from "../../language/statements.ts";
import { type Check, defineCheck } from "../check.ts";
import { isEditable } from "../place.ts";
import { eitherOf, suggestionsFor } from "../suggestions.ts";

const firstWords: readonly string[] = [...new Set([...statements, ...settings].map(({ words }) => words[0]))];

export const unknownDirective: Check = defineCheck({
  code: "unknown-directive",
  summary: "A line begins with a statement's keyword, or is a macro definition.",
  precedence: 40,
  create: () => ({
    explain: ({ line, index }) => {
      const [token, next] = line.tokens;
      if (token === undefined || (token.kind !== "String" && token.kind !== "Keyword") || index > 1) return undefined;
      if (index === 1 && (token.kind !== "String" || next?.value === "=")) return undefined;
      if (token.kind === "String" && token.quoted && firstWords.includes(token.value)) {
        return { span: token, message: `"${token.value}" in quotes is not a keyword.`, help: "Remove the quotes." };
      }
      const [best, ...others] = suggestionsFor(token.value, firstWords);
      const message = `There is no statement "${token.value}".`;
      if (best === undefined) return { span: token, message, help: helpFor(token.value) };
      const edit = { title: `Write "${best}"`, safe: false, edits: [{ span: token, text: best }] };
      return {
        span: token,
        message,
        help: `Did you mean ${eitherOf([best, ...others])}?`,
        fixes: isEditable(token) ? [edit] : [],
      };
    },
  }),
});

function helpFor(word: string): string {
  const places = (keywordNames as readonly string[]).includes(word) ? optionPlaces(word) : [];
  if (places.length > 0) return `"${word}" belongs into ${eitherOf(places, "")}.`;
  return `A line begins with ${eitherOf([...firstWords].sort(), "")}, or defines a macro: name = "value".`;
}
