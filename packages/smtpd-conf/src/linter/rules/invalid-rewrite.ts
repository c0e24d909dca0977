import { phaseOf } from "../../model/resolve-filters.ts";
import type { PhaseFilterDirective } from "../../parser/ast/nodes.ts";
import type { Word } from "../../parser/lexer/token.ts";
import type { Problem } from "../check.ts";
import { rewrite } from "../fix.ts";
import { defineRule, type Rule } from "../rule.ts";

export const invalidRewrite: Rule = defineRule({
  code: "invalid-rewrite",
  summary: "A filter rewrites what cannot be rewritten, or writes an address without angle brackets.",
  category: "type",
  severity: "error",
  recommended: true,
  fix: "suggested",
  since: "6.6.0",
  scope: "statement",
  create: ({ report }) => ({
    PhaseFilterDirective: (filter) => {
      const problem = filter.decision.name === "rewrite" ? problemOf(filter) : undefined;
      if (problem !== undefined) report(problem);
    },
  }),
});

function problemOf(filter: PhaseFilterDirective): Problem | undefined {
  const { decision } = filter;
  const phase = phaseOf(filter);
  switch (phase) {
    case "connect":
      return {
        span: decision.keyword,
        message: "When a client connects there is nothing to rewrite, and smtpd ignores it.",
        help: 'The phases "helo", "ehlo", "mail-from" and "rcpt-to" have something to rewrite.',
      };
    case "data":
    case "commit":
      return {
        span: decision.keyword,
        message: `In the phase "${phase}" there is nothing to rewrite: smtpd answers 500, and takes no message.`,
        help: 'The phases "helo", "ehlo", "mail-from" and "rcpt-to" have something to rewrite.',
      };
    case "mail-from":
    case "rcpt-to":
      return withoutBrackets(decision.argument as Word, phase);
    default:
      return undefined;
  }
}

function withoutBrackets(word: Word, phase: string): Problem | undefined {
  const { value } = word;
  if (/^<[^>]*>/.test(value)) return undefined;
  const command = phase === "mail-from" ? "MAIL FROM" : "RCPT TO";
  const bracketed = /^[^\s<>"\\]+$/.test(value) ? `"<${value}>"` : undefined;
  return {
    span: word,
    message: `The address in ${command} stands in angle brackets, and smtpd refuses "${value}".`,
    help: `Write ${bracketed ?? '"<user@example.org>"'}.`,
    fixes: bracketed === undefined ? [] : rewrite(`Write ${bracketed}`, [[word, bracketed]], false),
  };
}
