import { parseAliasTarget, splitAliasValue } from "../../runtime/alias-target.ts";
import { type WrittenTarget, writtenTarget } from "../alias-targets.ts";
import type { Problem } from "../check.ts";
import { isStandIn } from "../domain-patterns.ts";
import { reportEntries } from "../report-entries.ts";
import { defineRule, type Rule } from "../rule.ts";

export const aliasesFormat: Rule = defineRule({
  code: "aliases-format",
  summary: "smtpd cannot read a target of an alias, so that the whole alias fails.",
  category: "type",
  severity: "error",
  recommended: true,
  scope: "statement",
  create: (context) =>
    reportEntries(context, ["alias"], (entry) => {
      const { key, value, valueSpan } = entry;
      if (value === undefined || valueSpan === undefined) return undefined;
      const parts = splitAliasValue(value);
      if (parts !== undefined)
        return problemOf(
          key,
          parts.map((part) => writtenTarget(entry, valueSpan, part)),
        );
      return {
        span: valueSpan,
        message: `smtpd cannot take the value of "${key}" apart: mail for it gets a temporary error.`,
        help: "A quote or a backslash is left open, or the value has more than 2047 characters.",
      };
    }),
});

function problemOf(key: string, targets: readonly WrittenTarget[]): Problem | undefined {
  const invalid = targets.find(({ target, text }) => target.kind === "invalid" && !isHole(text));
  if (invalid === undefined) return undefined;
  const { text, span } = invalid;
  return {
    span: span(),
    message: `smtpd cannot read the target "${text}": mail for "${key}" gets a temporary error.`,
    help: helpFor(text),
  };
}

/** A placeholder that nobody has filled in is another matter. */
function isHole(text: string): boolean {
  return !/[\s|/]/.test(text) && isStandIn(text);
}

function helpFor(text: string): string {
  if (/^:?error:/i.test(text)) return 'Write "error:550 text": a code that begins with 4 or 5, a blank, and the text.';
  if (/^:?include:/i.test(text)) return "An include takes an absolute path.";
  if (/^["']\/|^["'][^|]*["']$/.test(text)) return 'Only a command can stand in quotes: "|command". Remove them.';
  if (/\s/.test(text) && text.split(/\s+/).every(isTarget)) return "Put commas between the targets.";
  return "A target is a user, user@domain, /file, |command, :include:/file or error:550 text.";
}

function isTarget(text: string): boolean {
  return parseAliasTarget(text).kind !== "invalid";
}
