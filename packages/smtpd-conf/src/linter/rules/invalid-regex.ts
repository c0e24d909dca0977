import type { TableUse } from "../../model/tables.ts";
import { parseRegularExpression, type RegexFault } from "../../runtime/regular-expression/regular-expression.ts";
import { reportPatterns } from "../regex-patterns.ts";
import { defineRule, type Rule } from "../rule.ts";

export const invalidRegex: Rule = defineRule({
  code: "invalid-regex",
  summary: "A regular expression that does not compile never matches, and its negation always does.",
  category: "type",
  severity: "error",
  recommended: true,
  guards: true,
  since: "6.6.0",
  scope: "statement",
  create: (context) =>
    reportPatterns(context, ({ text, pattern, part }, use) => {
      const fault = parseRegularExpression(pattern);
      if (fault.kind !== "RegexFault" || fault.reason !== "invalid" || isForOthers(fault, pattern)) return undefined;
      return {
        span: part(fault.offset, fault.length),
        message: `"${text}" does not compile, so that ${consequence(use)}: ${lowerFirst(fault.message)}`,
        help: helpFor(pattern.slice(fault.offset, fault.offset + fault.length)),
      };
    }),
});

/** A wildcard at the beginning and the groups of Perl have rules of their own. */
function isForOthers({ offset }: RegexFault, pattern: string): boolean {
  return (pattern[offset] === "*" && /^\^?$/.test(pattern.slice(0, offset))) || pattern.startsWith("(?", offset - 1);
}

function lowerFirst(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}

function consequence({ option, argument }: TableUse): string {
  const alone = argument.kind === "String";
  return option.not !== undefined && alone ? `"!${option.name}" holds for everybody` : "it is never found";
}

function helpFor(fault: string): string | undefined {
  return /^[([{*+?]$/.test(fault) ? `Write "\\${fault}" where the character itself is meant.` : undefined;
}
