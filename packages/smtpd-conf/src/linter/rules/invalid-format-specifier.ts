import { formatModifiers, formatSpecifiers } from "../../language/format-specifiers.ts";
import type { Line } from "../../parser/ast/nodes.ts";
import { type FormatFault, parseFormat } from "../../runtime/format-specifier.ts";
import type { CheckContext, Problem } from "../check.ts";
import type { Fix } from "../diagnostic.ts";
import { type FormattedText, formattedText, rewriteParts, spanOfPart } from "../formatted-texts.ts";
import { defineRule, type Rule } from "../rule.ts";
import { eitherOf, suggestionsFor } from "../suggestions.ts";

export const invalidFormatSpecifier: Rule = defineRule({
  code: "invalid-format-specifier",
  summary: "With a format specifier that smtpd does not know, every delivery fails and the mail bounces.",
  category: "type",
  severity: "error",
  recommended: true,
  fix: "suggested",
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
    if (part.kind === "fault") report(problemOf(text, part));
  }
}

const names: readonly string[] = formatSpecifiers.map(({ name }) => name);
const modifiers: readonly string[] = formatModifiers.map(({ name }) => name);

function problemOf(text: FormattedText, fault: FormatFault): Problem {
  return { span: spanOfPart(text.word, fault), ...explain(text, fault) };
}

const consequence = "every delivery fails and the mail bounces";

function explain(text: FormattedText, fault: FormatFault): Omit<Problem, "span"> {
  switch (fault.reason) {
    case "name":
      return unknownName(text, fault);
    case "modifier":
      return unknownModifier(text, fault);
    case "range":
      return {
        message: `"${fault.text}" is no part of a value: ${consequence}.`,
        help: "Write [n] for one character or [begin:end] for several, counted from 0.",
      };
    case "range-and-modifier":
      return {
        message: `Up to 7.8 a part of a value cannot be taken together with a modifier: ${consequence}.`,
        help: "Leave one of them out, or let the command do it.",
      };
    default:
      return {
        message: 'This "%{" has no "}" within 127 characters, so smtpd expands nothing in the whole text.',
        help: 'Close it with "}".',
      };
  }
}

function unknownName(text: FormattedText, fault: FormatFault): Omit<Problem, "span"> {
  const near = namesLike(fault.text.toLowerCase());
  const message = `There is no format specifier "${fault.text}": ${consequence}.`;
  const [best] = near;
  if (best === undefined) return { message, help: `There are ${names.slice(0, -1).join(", ")} and ${names.at(-1)}.` };
  return { message, help: `Did you mean ${eitherOf(near)}?`, fixes: replaced(text, fault, best) };
}

/** Names with few other letters, or with this one as their second half: `domain` is that of the recipient, most likely. */
function namesLike(name: string): readonly string[] {
  const halves = ["dest", "rcpt", "user", "mbox"].map((first) => `${first}.${name}`);
  const [half] = halves.filter((whole) => names.includes(whole));
  return half === undefined ? suggestionsFor(name, names) : [half];
}

function unknownModifier(text: FormattedText, fault: FormatFault): Omit<Problem, "span"> {
  const message = `There is no modifier "${fault.text}": ${consequence}.`;
  const several = fault.text.split(/\s*[,:]\s*/);
  if (several.length > 1 && several.every((name) => modifiers.includes(name.toLowerCase()))) {
    const joined = several.join("|");
    return { message, help: `Several are joined by "|": "${joined}".`, fixes: replaced(text, fault, joined) };
  }
  const [best] = suggestionsFor(fault.text.toLowerCase(), modifiers);
  if (best === undefined) return { message, help: `There are ${eitherOf(modifiers, "").replace(" or ", " and ")}.` };
  return { message, help: `Did you mean "${best}"?`, fixes: replaced(text, fault, best) };
}

function replaced({ word }: FormattedText, { start, end }: FormatFault, text: string): Fix[] {
  return rewriteParts(`Write "${text}"`, word, [{ start, end, text }], false);
}
