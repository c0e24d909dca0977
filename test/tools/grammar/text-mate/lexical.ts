import { bareWord, includes, notInWord, type Repository, scopes, statementEnd, wordStart } from "./words.ts";

/** What smtpd's lexer tells apart: comments, strings, macros, tables, lists and signs. */
export const lexicalPatterns: Repository = {
  comment: {
    patterns: [
      {
        name: scopes("comment.line.number-sign"),
        begin: "(#)(?=\\s*smtpd-lint:)",
        end: statementEnd,
        beginCaptures: { 1: { name: scopes("punctuation.definition.comment") } },
        patterns: includes("suppression"),
      },
      {
        name: scopes("comment.line.number-sign"),
        begin: "#",
        end: statementEnd,
        beginCaptures: { 0: { name: scopes("punctuation.definition.comment") } },
      },
    ],
  },
  suppression: {
    patterns: [
      {
        match: "\\G\\s*(smtpd-lint:)\\s*([\\w-]+)",
        captures: { 1: { name: scopes("keyword.other.directive") }, 2: { name: scopes("keyword.control.directive") } },
      },
      { name: scopes("comment.line.reason"), begin: "(?<=\\s)--", end: statementEnd },
      { name: scopes("constant.other.code"), match: "[a-z][\\w-]*" },
    ],
  },
  continuation: { name: scopes("constant.character.escape.line-continuation"), match: "\\\\$" },
  string: { patterns: [quoted('"', "double"), quoted("'", "single")] },
  macro: {
    name: scopes("variable.other.macro"),
    match: `${wordStart}(\\$)\\w+`,
    captures: { 1: { name: scopes("punctuation.definition.variable") } },
  },
  table: {
    match: `(<)\\s*(?:(${bareWord})|("[^"\\n]*"|'[^'\\n]*'))\\s*(>)`,
    captures: {
      1: { name: scopes("punctuation.definition.table.begin") },
      2: { name: scopes("entity.name.type.table") },
      3: { name: scopes("string.quoted", "entity.name.type.table") },
      4: { name: scopes("punctuation.definition.table.end") },
    },
  },
  punctuation: {
    patterns: [
      { name: scopes("keyword.operator.logical.negation"), match: "!" },
      { name: scopes("keyword.operator.assignment"), match: "=>?" },
      { name: scopes("punctuation.separator.comma"), match: "," },
    ],
  },
  word: { name: scopes("string.unquoted"), match: `${wordStart}${bareWord}` },
};

/** A backslash takes away the meaning of the quote, a blank behind it stays alone; lines can end within a string. */
function quoted(quote: string, kind: string) {
  return {
    name: scopes(`string.quoted.${kind}`),
    begin: `(?<![^${notInWord}])${quote}`,
    end: quote,
    beginCaptures: { 0: { name: scopes("punctuation.definition.string.begin") } },
    endCaptures: { 0: { name: scopes("punctuation.definition.string.end") } },
    patterns: includes(`escape-${kind}`, "format-specifier", "relay-url", "path-in-string"),
  };
}

/** What has a meaning of its own behind a backslash, by the kind of quote. */
export const escapePatterns: Repository = Object.fromEntries(
  [
    ["double", '"'],
    ["single", "'"],
  ].map(([kind, quote]) => [
    `escape-${kind}`,
    { name: scopes("constant.character.escape"), match: `\\\\(?:${quote}|[ \\t]|$)` },
  ]),
);
