import type { Line } from "../../parser/ast/nodes.ts";
import { type FormatSpecifier, parseFormat } from "../../runtime/format-specifier.ts";
import type { CheckContext } from "../check.ts";
import { formattedText, rewriteParts, spanOfPart } from "../formatted-texts.ts";
import { defineRule, type Rule } from "../rule.ts";

export const rawSpecifier: Rule = defineRule({
  code: "raw-specifier",
  summary: "With the modifier raw, strangers can run commands through the shell that delivers mail.",
  category: "security",
  severity: "error",
  recommended: true,
  fix: "suggested",
  until: "7.8",
  scope: "statement",
  create: (context) => ({
    ActionDirective: (line) => check(line, context),
    WrapperDirective: (line) => check(line, context),
  }),
});

function check(line: Line, { target, report }: CheckContext): void {
  const text = formattedText(line);
  if (text === undefined) return;
  for (const part of parseFormat(text.word.value, target)) {
    const raw = part.kind === "specifier" ? part.modifiers.find(({ name }) => name === "raw") : undefined;
    if (part.kind !== "specifier" || raw === undefined || !part.info.escaped) continue;
    report({
      span: spanOfPart(text.word, raw),
      message: `Up to 7.8 "raw" gives the shell every character of "${part.info.name}", so that a stranger's address can run commands.`,
      help: 'Leave "raw" out: the characters that a shell acts on become ":" then.',
      fixes: rewriteParts('Remove "raw"', text.word, [withoutRaw(part)], false),
    });
  }
}

/** The modifiers from their colon on, and what is left of them. */
function withoutRaw({ modifiers, end }: FormatSpecifier) {
  const others = modifiers.filter(({ name }) => name !== "raw").map(({ name }) => name);
  return {
    start: (modifiers[0]?.start ?? end) - 1,
    end: end - 1,
    text: others.length > 0 ? `:${others.join("|")}` : "",
  };
}
