import { keywordNames } from "../../../packages/smtpd-conf/src/language/keywords.ts";
import { settings } from "../../../packages/smtpd-conf/src/language/settings.ts";
import { statements } from "../../../packages/smtpd-conf/src/language/statements.ts";

/** What cannot be part of a bare word, so that `tls-require` is not `tls` and `mail.tls.example` has no keyword. */
const notInWord = "\\s(){}<>!=#,";

/** `grammars/smtpd-conf.tmLanguage.json`: colours for editors, with the reserved words of the catalogue. */
export function printTextMate(): string {
  const grammar = {
    information_for_contributors: "Written by `npm run generate` from the catalogue of the language. Do not edit.",
    name: "smtpd.conf",
    scopeName: "source.smtpd-conf",
    fileTypes: ["smtpd.conf"],
    patterns: [
      "comment",
      "macro-definition",
      "statement",
      "keyword",
      "string",
      "macro",
      "table",
      "number",
      "punctuation",
    ].map((name) => ({ include: `#${name}` })),
    repository: { ...textPatterns(), ...wordPatterns() },
  };
  return `${JSON.stringify(grammar, null, 2)}\n`;
}

function textPatterns(): object {
  return {
    comment: { name: "comment.line.number-sign.smtpd-conf", begin: "#", end: "(?<!\\\\)$" },
    string: { patterns: [quoted('"', "double"), quoted("'", "single")] },
    macro: { name: "variable.other.macro.smtpd-conf", match: `(?<![^${notInWord}])\\$\\w+` },
    table: {
      match: `(<)\\s*(?:([\\w:][^${notInWord}]*)|("[^"\\n]*"|'[^'\\n]*'))\\s*(>)`,
      captures: {
        1: { name: "punctuation.definition.table.begin.smtpd-conf" },
        2: { name: "variable.other.table.smtpd-conf" },
        3: { name: "variable.other.table.smtpd-conf" },
        4: { name: "punctuation.definition.table.end.smtpd-conf" },
      },
    },
    number: { name: "constant.numeric.smtpd-conf", match: `(?<![^${notInWord}])-?\\d+(?=[\\s),/}=]|$)` },
    punctuation: {
      patterns: [
        { name: "keyword.operator.negation.smtpd-conf", match: "!" },
        { name: "keyword.operator.assignment.smtpd-conf", match: "=>?" },
        { name: "punctuation.separator.comma.smtpd-conf", match: "," },
        { name: "punctuation.section.braces.smtpd-conf", match: "[{}]" },
      ],
    },
  };
}

function quoted(quote: string, kind: string): object {
  return {
    name: `string.quoted.${kind}.smtpd-conf`,
    begin: `(?<![^${notInWord}])${quote}`,
    end: quote,
    patterns: [{ name: "constant.character.escape.smtpd-conf", match: `\\\\${quote}` }],
  };
}

function wordPatterns(): object {
  const first = [...new Set([...statements, ...settings].map(({ words }): string => words[0]))];
  return {
    "macro-definition": {
      match: `^\\s*([\\w:][^${notInWord}]*)\\s*(=)(?!>)`,
      captures: {
        1: { name: "variable.other.macro.smtpd-conf" },
        2: { name: "keyword.operator.assignment.smtpd-conf" },
      },
    },
    statement: { match: `^\\s*(${oneOf(first)})${wordEnd}`, captures: { 1: { name: "keyword.control.smtpd-conf" } } },
    keyword: { name: "keyword.other.smtpd-conf", match: `(?<![^${notInWord}])(?:${oneOf(keywordNames)})${wordEnd}` },
  };
}

const wordEnd = `(?![^${notInWord}])`;

/** Any of the words, the longest first. */
function oneOf(words: readonly string[]): string {
  return [...words].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).join("|");
}
