import { deliveryMethods, relayMethod } from "../../../../packages/smtpd-conf/src/language/action-options.ts";
import { filterDecisions, filterPhases } from "../../../../packages/smtpd-conf/src/language/filter-phases.ts";
import { keywordNames } from "../../../../packages/smtpd-conf/src/language/keywords.ts";
import { limits } from "../../../../packages/smtpd-conf/src/language/limits.ts";
import { settings } from "../../../../packages/smtpd-conf/src/language/settings.ts";
import { statements } from "../../../../packages/smtpd-conf/src/language/statements.ts";
import {
  bareWord,
  includes,
  notInWord,
  oneOf,
  type Pattern,
  quotedOnLine,
  type Repository,
  scopes,
  statementEnd,
  wordEnd,
  wordStart,
} from "./words.ts";

/** What has a name that others use, and the scope of such a name. */
const nameScopes = {
  action: "entity.name.function.action",
  filter: "entity.name.function.filter",
  proc: "entity.name.function.proc",
  wrapper: "entity.name.function.wrapper",
  table: "entity.name.type.table",
  pki: "entity.name.type.pki",
  ca: "entity.name.type.ca",
  tag: "variable.other.constant.tag",
} as const;

type Named = keyof typeof nameScopes;

const declared: readonly Named[] = ["action", "filter", "table", "pki", "ca"];
const firstWords = new Set<string>([...statements, ...settings].map(({ words }) => words[0]));
const otherWords = [...firstWords].filter((word) => word !== "proc" && !declared.includes(word as Named));

const content = includes(
  "comment",
  "continuation",
  "regex-argument",
  "shell-argument",
  "filter-list",
  "reference",
  "phase",
  "port",
  "keyword",
  "macro",
  "table",
  "list",
  "string",
  "limit",
  "number",
  "address",
  "relay-url",
  "table-source",
  "word",
  "punctuation",
);

/** Statements as a whole, and what stands in them. */
export const statementPatterns: Repository = {
  "macro-definition": {
    begin: `^\\s*(${bareWord})\\s*(=)(?!>)`,
    end: statementEnd,
    beginCaptures: { 1: { name: scopes("variable.other.macro") }, 2: { name: scopes("keyword.operator.assignment") } },
    patterns: includes("content"),
  },
  statement: {
    patterns: [
      ...declared.map(declaration),
      { ...statement("proc"), patterns: includes("proc-command", "content") },
      ...includes("mda-wrapper"),
      statement(oneOf(otherWords)),
    ],
  },
  "mda-wrapper": {
    name: scopes("meta.statement"),
    begin: `^\\s*(mda)\\s+(?=wrapper${wordEnd})`,
    end: statementEnd,
    beginCaptures: { 1: { name: scopes("keyword.control.statement") } },
    patterns: includes("content"),
  },
  content: { patterns: content },
  list: braces("\\{", { 0: { name: scopes("punctuation.section.braces.begin") } }, includes("content")),
  "filter-list": braces(
    `${wordStart}(filter|chain)\\s*(\\{)`,
    {
      1: { name: scopes("keyword.other.option") },
      2: { name: scopes("punctuation.section.braces.begin") },
    },
    [
      ...includes("comment", "continuation", "macro"),
      { name: scopes(nameScopes.filter), match: `${wordStart}${bareWord}` },
      ...includes("string", "punctuation"),
    ],
  ),
  reference: { patterns: (["action", "filter", "proc", "wrapper", "pki", "ca", "tag"] as const).map(reference) },
  phase: {
    match: `${wordStart}(phase)\\s+(${oneOf(filterPhases.map(({ name }) => name))})${wordEnd}`,
    captures: { 1: { name: scopes("keyword.other.option") }, 2: { name: scopes("constant.language.phase") } },
  },
  keyword: {
    patterns: [
      keyword("constant.language", ["any", "local", "socket"]),
      keyword(
        "keyword.control.decision",
        filterDecisions.map(({ name }) => name),
      ),
      keyword(
        "keyword.other.method",
        [...deliveryMethods, relayMethod].map(({ name }) => name),
      ),
      keyword("keyword.other.option", keywordNames),
    ],
  },
  limit: {
    name: scopes("support.variable.limit"),
    match: `${wordStart}${oneOf(Object.values(limits).flatMap((keys) => keys.map(({ name }) => name)))}(?=\\s+-?\\d)`,
  },
};

function statement(words: string): Pattern {
  return {
    name: scopes("meta.statement"),
    begin: `^\\s*(${words})${wordEnd}`,
    end: statementEnd,
    beginCaptures: { 1: { name: scopes("keyword.control.statement") } },
    patterns: includes("content"),
  };
}

/** A statement that gives something its name. */
function declaration(word: Named): Pattern {
  return {
    name: scopes("meta.statement"),
    begin: `^\\s*(${word})${wordEnd}(?:\\s*(?:(${bareWord})|(${quotedOnLine})))?`,
    end: statementEnd,
    beginCaptures: {
      1: { name: scopes("keyword.control.statement") },
      2: { name: scopes(nameScopes[word]) },
      3: { name: scopes("string.quoted", nameScopes[word]) },
    },
    patterns: includes("content"),
  };
}

/** A word and behind it the name of what it takes. A reserved word is no name. */
function reference(word: Named): Pattern {
  const name = `(?!${oneOf(keywordNames)}${wordEnd})(${bareWord})`;
  return {
    match: `${wordStart}(${word})${wordEnd}\\s*(?:${name}|(${quotedOnLine}))`,
    captures: {
      1: { name: scopes("keyword.other.option") },
      2: { name: scopes(nameScopes[word]) },
      3: { name: scopes("string.quoted", nameScopes[word]) },
    },
  };
}

function braces(begin: string, beginCaptures: Pattern["beginCaptures"], patterns: readonly Pattern[]): Pattern {
  return {
    begin,
    end: "\\}",
    ...(beginCaptures && { beginCaptures }),
    endCaptures: { 0: { name: scopes("punctuation.section.braces.end") } },
    patterns,
  };
}

function keyword(scope: string, words: readonly string[]): Pattern {
  return { name: scopes(scope), match: `(?<![^${notInWord}])${oneOf(words)}${wordEnd}` };
}
