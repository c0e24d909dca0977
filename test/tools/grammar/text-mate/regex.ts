import { includes, type Pattern, type Repository, scopes, statementEnd, wordEnd, wordStart } from "./words.ts";

/** Behind the word `regex`: extended regular expressions of POSIX, in a string or in a list of strings. */
export const regexPatterns: Repository = {
  "regex-argument": {
    begin: `${wordStart}(regex)${wordEnd}\\s*`,
    end: `(?<=["'}>])|(?=[^\\s"'{<\\\\#])|${statementEnd}`,
    beginCaptures: { 1: { name: scopes("keyword.other.regex") } },
    patterns: [
      ...includes("regex-string", "table"),
      {
        begin: "\\{",
        end: "\\}",
        beginCaptures: { 0: { name: scopes("punctuation.section.braces.begin") } },
        endCaptures: { 0: { name: scopes("punctuation.section.braces.end") } },
        patterns: includes("comment", "continuation", "regex-string", "macro", "punctuation", "word"),
      },
      ...includes("continuation"),
    ],
  },
  "regex-string": { patterns: [regexString('"', "double"), regexString("'", "single")] },
  regex: {
    patterns: [
      { name: scopes("constant.character.escape.regexp"), match: "\\\\." },
      {
        name: scopes("constant.other.character-class.set.regexp"),
        match: "(\\[)(\\^)?(\\]?(?:\\[:\\w+:\\]|[^\\]\"'])*)(\\])",
        captures: {
          1: { name: scopes("punctuation.definition.character-class.begin.regexp") },
          2: { name: scopes("keyword.operator.negation.regexp") },
          3: {
            patterns: [
              { name: scopes("constant.other.character-class.posix.regexp"), match: "\\[:\\w+:\\]" },
              { name: scopes("constant.other.character-class.range.regexp"), match: "[^\\[]-[^\\]]" },
            ],
          },
          4: { name: scopes("punctuation.definition.character-class.end.regexp") },
        },
      },
      { name: scopes("keyword.control.anchor.regexp"), match: "[$^]" },
      { name: scopes("keyword.operator.quantifier.regexp"), match: "[*+?]|\\{\\d*(?:,\\d*)?\\}" },
      { name: scopes("keyword.operator.or.regexp"), match: "\\|" },
      { name: scopes("punctuation.definition.group.regexp"), match: "[()]" },
      { name: scopes("constant.character.any.regexp"), match: "\\." },
    ],
  },
};

function regexString(quote: string, kind: string): Pattern {
  return {
    name: scopes(`string.quoted.${kind}`, "string.regexp"),
    begin: quote,
    end: quote,
    beginCaptures: { 0: { name: scopes("punctuation.definition.string.begin") } },
    endCaptures: { 0: { name: scopes("punctuation.definition.string.end") } },
    patterns: includes(`escape-${kind}`, "regex"),
  };
}
