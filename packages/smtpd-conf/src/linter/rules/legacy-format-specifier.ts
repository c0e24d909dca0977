import { type FormattedText, formattedText, rewriteParts, spanOfPart } from "../formatted-texts.ts";
import { defineRule, type Rule } from "../rule.ts";

export const legacyFormatSpecifier: Rule = defineRule({
  code: "legacy-format-specifier",
  summary: "Format letters such as %u and %d went long ago and stay as they are in a path or command.",
  category: "deprecated",
  severity: "error",
  recommended: true,
  fix: "suggested",
  scope: "statement",
  create: ({ report }) => ({
    ActionDirective: (line) => {
      const text = formattedText(line);
      if (text === undefined) return;
      for (const { letter, start, end } of lettersIn(text)) {
        const name = `%{${replacements.get(letter)}}`;
        report({
          span: spanOfPart(text.word, { start, end }),
          message: `"%${letter}" is no format specifier any more and stays as it is.`,
          help: `Write "${name}".`,
          fixes: rewriteParts(`Write "${name}"`, text.word, [{ start, end, text: name }], false),
        });
      }
    },
  }),
});

/** The letters of the grammars before 5.3 that mattered, and the specifiers of today. */
const replacements: ReadonlyMap<string, string> = new Map([
  ["u", "user.username"],
  ["a", "dest.user"],
  ["d", "dest.domain"],
  ["A", "sender.user"],
  ["D", "sender.domain"],
]);

/** Programs that have percent letters of their own. */
const ownLetters = /\b(?:date|printf|strftime|find|stat|awk|curl|ps)\b/;

function lettersIn({ word: { value }, use }: FormattedText): { letter: string; start: number; end: number }[] {
  if (use === "mda" && ownLetters.test(value)) return [];
  // In a command a letter counts where it is a word of its own, or next to what divides the parts of an address or path.
  return Array.from(value.matchAll(/%%|%([uadAD])(?![A-Za-z0-9_{])/g)).flatMap(
    ({ 0: text, 1: letter, index: start }) => {
      const before = value.charAt(start - 1);
      if (letter === undefined || (use === "mda" && before !== "" && !/[\s'"/@=]/.test(before))) return [];
      return [{ letter, start, end: start + text.length }];
    },
  );
}
