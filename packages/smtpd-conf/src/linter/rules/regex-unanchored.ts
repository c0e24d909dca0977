import type { TableUse } from "../../model/tables.ts";
import type { Word } from "../../parser/lexer/token.ts";
import { parseRegularExpression } from "../../runtime/regular-expression/regular-expression.ts";
import type { CheckContext, Problem } from "../check.ts";
import type { Fix } from "../diagnostic.ts";
import { rewrite } from "../fix.ts";
import { type LooseRegex, looseAddress, looseDomain } from "../loose-regex.ts";
import { patternOf, type WrittenPattern } from "../regex-patterns.ts";
import { type TrustedText, trustedText } from "../regex-trust.ts";
import { mostProblems } from "../report-entries.ts";
import { defineRule, type Rule } from "../rule.ts";
import type { TableAtUse } from "../table-at-use.ts";
import { forEachEntryAt } from "../table-entries.ts";

export const regexUnanchored: Rule = defineRule({
  code: "regex-unanchored",
  summary: "A regular expression that lets mail in is not tied to the ends of the name, and finds other names too.",
  category: "security",
  severity: "warning",
  recommended: true,
  fix: "suggested",
  since: "6.6.0",
  scope: "statement",
  create: (context) => ({
    TableUse: (use, table) => {
      const trusted = use.regex ? trustedText(use) : undefined;
      if (trusted !== undefined) reportLoose(context, use, table, trusted);
    },
  }),
});

function reportLoose(context: CheckContext, use: TableUse, table: TableAtUse, trusted: TrustedText): void {
  let found = 0;
  forEachEntryAt(use.argument, table, context, (entry) => {
    const pattern = patternOf(entry);
    const loose = looseRegex(pattern, trusted);
    if (loose === undefined) return true;
    const problem = problemOf(pattern, loose, use, trusted);
    context.report(table.isAskedForMore ? { ...problem, fixes: [] } : problem);
    return ++found < mostProblems;
  });
}

/** What mail is for ends in the domain that counts; names and addresses of clients count from their beginning too. */
function looseRegex({ pattern }: WrittenPattern, trusted: TrustedText): LooseRegex | undefined {
  const expression = parseRegularExpression(pattern);
  if (expression.kind === "RegexFault") return undefined;
  return trusted === "address" ? looseAddress(expression) : looseDomain(expression, trusted === "name");
}

function problemOf(
  pattern: WrittenPattern,
  { examples, tied }: LooseRegex,
  use: TableUse,
  trusted: TrustedText,
): Problem {
  const quoted = examples.map((example) => `"${example}"`).join(" and ");
  const message = `"${pattern.text}" is also found in ${quoted}.`;
  if (tied === undefined) return { span: pattern.span, message, help: 'Tie each of its branches with "^" and "$".' };
  if (trusted === "address") return { span: pattern.span, message, ...asNetwork(tied, use) };
  const fixes = pattern.rewritten(`Write "${tied}"`, tied);
  return { span: pattern.span, message, help: `Write "${tied}".`, fixes };
}

/** Networks need no regular expression. */
function asNetwork(network: string, { option, argument }: TableUse): { readonly help: string; readonly fixes: Fix[] } {
  const { regex } = option;
  const help = `Ask for the network: ${option.name} "${network}".`;
  if (argument.kind !== "String" || regex === undefined) return { help, fixes: [] };
  const fixes = rewrite(
    `Write ${option.name} "${network}"`,
    [
      [regex, ""],
      [argument as Word, `"${network}"`],
    ],
    false,
  );
  return { help, fixes };
}
