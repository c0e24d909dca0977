import type { TableUse } from "../../model/tables.ts";
import type { Word } from "../../parser/lexer/token.ts";
import { isStandIn } from "../domain-patterns.ts";
import { rewrite } from "../fix.ts";
import { reportEntries } from "../report-entries.ts";
import { defineRule, type Rule } from "../rule.ts";
import { regexForWildcards } from "../wildcard-regex.ts";

export const rdnsWildcard: Rule = defineRule({
  code: "rdns-wildcard",
  summary: "The names after from rdns are compared as a whole, without wildcards.",
  category: "type",
  severity: "error",
  recommended: true,
  fix: "suggested",
  since: "6.6.0",
  scope: "statement",
  create: (context) =>
    reportEntries(context, ["reverse name"], ({ key, keySpan }, use) => {
      if (!/\*|^\./.test(key) || key.includes("@") || isStandIn(key)) return undefined;
      const message = `"${key}" never matches: "from rdns" compares the whole name and knows no wildcards.`;
      return {
        span: keySpan,
        message,
        ...(/^\*+$/.test(key) ? withoutTable(use) : withRegex(use, regexForWildcards(key.replace(/^\*?\./, "*.")))),
      };
    }),
});

/** Offered only where there is no other entry that would have to become one too. */
function withRegex({ argument }: TableUse, pattern: string) {
  const help = `Ask with a regular expression: from rdns regex "${pattern}".`;
  if (argument.kind !== "String") return { help };
  return { help, fixes: rewrite('Ask with "regex"', [[argument as Word, `regex "${pattern}"`]], false) };
}

function withoutTable({ argument }: TableUse) {
  const help = 'Any name: write "from rdns" alone.';
  return {
    help,
    fixes: argument.kind === "String" ? rewrite("Remove the entry", [[argument as Word, ""]], false) : [],
  };
}
