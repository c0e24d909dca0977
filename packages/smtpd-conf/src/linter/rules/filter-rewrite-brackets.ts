import type { PhaseFilterDirective } from "../../parser/ast/nodes.ts";
import type { Word } from "../../parser/lexer/token.ts";
import { isLocalPart } from "../../runtime/local-part.ts";
import { isMailDomain } from "../../runtime/mail-domain.ts";
import type { CheckContext, Problem } from "../check.ts";
import { rewrite } from "../fix.ts";
import { defineRule, type Rule } from "../rule.ts";

export const filterRewriteBrackets: Rule = defineRule({
  code: "filter-rewrite-brackets",
  summary: "A filter that rewrites an address without its angle brackets makes smtpd refuse the command.",
  category: "type",
  severity: "error",
  recommended: true,
  fix: "safe",
  scope: "statement",
  create: (context) => ({ PhaseFilterDirective: (filter) => check(filter, context) }),
});

function check({ phase, decision: { name, argument } }: PhaseFilterDirective, { report, target }: CheckContext): void {
  if (name !== "rewrite" || argument?.kind !== "String" || argument.value.startsWith("<")) return;
  if (phase.value === "mail-from") report(problemOf(argument, "553 Sender address syntax error", target));
  if (phase.value === "rcpt-to") report(problemOf(argument, "501 Recipient address syntax error", target));
}

function problemOf(word: Word, reply: string, target: CheckContext["target"]): Problem {
  const plain = isAddress(word.value, target);
  return {
    span: word,
    message: `An address stands in angle brackets here; without them every client that the filter matches gets "${reply}".`,
    help: `Write "<${plain ? word.value : "user@example.org"}>".`,
    fixes: plain ? rewrite("Put the address in angle brackets", [[word, `"<${word.value}>"`]]) : [],
  };
}

function isAddress(text: string, target: CheckContext["target"]): boolean {
  const at = text.lastIndexOf("@");
  return at > 0 && isLocalPart(text.slice(0, at), target) && isMailDomain(text.slice(at + 1));
}
