import type { Line } from "../../parser/ast/nodes.ts";
import type { Token, Word } from "../../parser/lexer/token.ts";
import { type Span, textOf } from "../../parser/source.ts";
import type { Problem } from "../check.ts";
import { defineRule, type Rule } from "../rule.ts";

export const placeholderValue: Rule = defineRule({
  code: "placeholder-value",
  summary: "A value that stands for another one was copied from an example and left in.",
  category: "intent",
  severity: "warning",
  recommended: true,
  guards: true,
  scope: "statement",
  create: ({ report }) => ({
    Line: (line) => {
      for (const span of placeholdersOf(line)) report(problemOf(span));
    },
  }),
});

function problemOf(span: Span): Problem {
  return {
    span,
    message: `"${textOf(span)}" looks like a place-holder of an example, and smtpd takes it as it stands.`,
    help: "Write the value that it stands for.",
  };
}

/** Words that ask to be replaced. Example domains are left alone, and so is `your-server.de`, which is a domain in use. */
const requests =
  /(?<![A-Za-z])(?:[Cc]hange[-_]?[Mm]e|CHANGE[-_]?(?:ME|THIS)|[Rr]eplace[-_]?[Mm]e|REPLACE[-_]?(?:ME|THIS)|YOUR[-_][A-Z]+(?:[-_][A-Z]+)*)(?![A-Za-z])/g;

/** `<selector>`: the shell would read it as two redirections. */
const brackets = /(?<=^|[\s='":/@.])<[A-Za-z][\w.-]*>(?=$|[\s'":/@.])/g;

/** What all of these have in them: most words need no closer look. */
const sign = /<|[Cc]hange|[Rr]eplace|CHANGE|REPLACE|YOUR/;

function placeholdersOf(line: Line): readonly Span[] {
  const command = commandOf(line);
  const found: Span[] = [];
  for (const token of line.tokens) {
    if (token.kind !== "String" || token.origin !== undefined || !sign.test(textOf(token))) continue;
    found.push(...matchesIn(token, requests), ...(token === command ? matchesIn(token, brackets) : []));
  }
  return found;
}

function commandOf(line: Line): Word | undefined {
  switch (line.kind) {
    case "ProcDirective":
    case "ProcExecFilterDirective":
    case "WrapperDirective":
      return line.command;
    case "ActionDirective":
      return line.method.name === "mda" ? (line.method.argument as Word) : undefined;
    default:
      return undefined;
  }
}

function matchesIn(token: Token, pattern: RegExp): readonly Span[] {
  return Array.from(textOf(token).matchAll(pattern), ({ 0: { length }, index }) => {
    const start = token.start + index;
    return { source: token.source, start, end: start + length };
  });
}
