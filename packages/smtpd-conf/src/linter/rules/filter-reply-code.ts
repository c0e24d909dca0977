import type { Word } from "../../parser/lexer/token.ts";
import { isRefusal, parseReply } from "../../runtime/reply-code.ts";
import type { Problem } from "../check.ts";
import { rewrite } from "../fix.ts";
import { defineRule, type Rule } from "../rule.ts";

export const filterReplyCode: Rule = defineRule({
  code: "filter-reply-code",
  summary: "A filter's reply that does not begin with 4xx or 5xx becomes an internal server error.",
  category: "type",
  severity: "error",
  recommended: true,
  fix: "suggested",
  scope: "statement",
  create: ({ report }) => ({
    PhaseFilterDirective: ({ decision: { name, argument } }) => {
      if ((name !== "reject" && name !== "disconnect") || argument?.kind !== "String") return;
      if (!isRefusal(argument.value)) report(problemOf(argument));
    },
  }),
});

function problemOf(word: Word): Problem {
  const mended = mendedReply(word.value);
  return {
    span: word,
    message: `${faultOf(word.value)}: smtpd sends "421 Internal server error" in its place and closes the connection.`,
    help:
      mended === undefined
        ? 'Write three digits from 4 or 5, a blank and a text: "550 Refused".'
        : `Write "${mended}".`,
    fixes: mended === undefined ? [] : rewrite(`Write "${mended}"`, [[word, `"${mended}"`]], false),
  };
}

function faultOf(text: string): string {
  if (parseReply(text) !== undefined) return `A reply with ${text.slice(0, 3)} is no refusal`;
  return /^[45]\d\d\s*$/.test(text) ? "This reply has a code and no text" : "This reply does not begin with a code";
}

/** The reply with a code and a blank, where its text is plain. */
function mendedReply(text: string): string | undefined {
  if (/["\\\n]/.test(text)) return undefined;
  const [, code, rest = ""] = /^([45]\d\d)(?:[-:,.\s]\s*|$)(.*)$/.exec(text) ?? [];
  if (code !== undefined) return `${code} ${rest.trim() || "Refused"}`;
  return /^[A-Za-z]/.test(text) ? `550 ${text}` : undefined;
}
