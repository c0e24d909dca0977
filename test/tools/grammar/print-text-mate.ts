import { escapePatterns, lexicalPatterns } from "./text-mate/lexical.ts";
import { regexPatterns } from "./text-mate/regex.ts";
import { shellPatterns, shellScope } from "./text-mate/shell.ts";
import { statementPatterns } from "./text-mate/statements.ts";
import { valuePatterns } from "./text-mate/values.ts";
import { includes } from "./text-mate/words.ts";

/** `grammars/smtpd-conf.tmLanguage.json`: colours for editors, with the words of the catalogue. */
export function printTextMate(): string {
  const grammar = {
    information_for_contributors: "Written by `npm run generate` from the catalogue of the language. Do not edit.",
    name: "smtpd.conf",
    scopeName: "source.smtpd-conf",
    fileTypes: ["smtpd.conf"],
    patterns: includes("comment", "macro-definition", "statement", "content"),
    injections: { [`L:${shellScope}`]: { patterns: includes("format-specifier") } },
    repository: {
      ...lexicalPatterns,
      ...escapePatterns,
      ...valuePatterns,
      ...regexPatterns,
      ...shellPatterns,
      ...statementPatterns,
    },
  };
  return `${JSON.stringify(grammar, null, 2)}\n`;
}
