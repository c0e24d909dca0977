import type { Word } from "../../parser/lexer/token.ts";
import type { CheckContext } from "../check.ts";
import { rewriteParts, spanOfPart } from "../formatted-texts.ts";
import { defineRule, type Rule } from "../rule.ts";

export const mdaEnvironmentVariable: Rule = defineRule({
  code: "mda-environment-variable",
  summary: "A variable with a mail address in the command of mda lets strangers run commands.",
  category: "security",
  severity: "error",
  recommended: true,
  fix: "suggested",
  until: "7.8",
  scope: "statement",
  create: (context) => ({
    ActionDirective: ({ method: { name, argument } }) => {
      if (name === "mda" && argument?.kind === "String") check(argument, context);
    },
  }),
});

/** The variables that hold what strangers write, and the specifiers that hold the same with care. */
const specifiers: ReadonlyMap<string, string | undefined> = new Map([
  ["SENDER", "sender"],
  ["RECIPIENT", "dest"],
  ["ORIGINAL_RECIPIENT", "rcpt"],
  ["LOCAL", "rcpt.user"],
  ["EXTENSION", undefined],
]);

function check(word: Word, { report }: CheckContext): void {
  for (const { 0: text, 1: braced, 2: bare, index: start } of word.value.matchAll(/\\.|\$(?:\{(\w+)[^}]*\}|(\w+))/gs)) {
    const name = braced ?? bare ?? "";
    if (!specifiers.has(name)) continue;
    const part = { start, end: start + text.length };
    const specifier = specifiers.get(name);
    const mended = `%{${specifier}}`;
    const plain = specifier !== undefined && text.replace(/[${}]/g, "") === name;
    report({
      span: spanOfPart(word, part),
      message: `A first shell puts "${name}" into the command before a second one reads it, so that a stranger's address can run commands.`,
      help:
        specifier === undefined
          ? "Read the variable in a script, between double quotes."
          : `Write "${mended}", in which the characters that a shell acts on are replaced.`,
      fixes: plain ? rewriteParts(`Write "${mended}"`, word, [{ ...part, text: mended }], false) : [],
    });
  }
}
