import { isStandIn, reportDomains } from "../domain-patterns.ts";
import { defineRule, type Rule } from "../rule.ts";
import type { WrittenText } from "../written-text.ts";

export const wildcardWithoutDot: Rule = defineRule({
  code: "wildcard-without-dot",
  summary: "A wildcard is followed by something other than a dot.",
  category: "type",
  severity: "warning",
  recommended: true,
  guards: true,
  fix: "suggested",
  scope: "statement",
  create: (context) =>
    reportDomains(context, (pattern) => {
      const next = /\*([^.*])/.exec(pattern.text)?.[1];
      if (next === undefined || pattern.text.includes("@") || isStandIn(pattern.text)) return undefined;
      return /^\*[^*]+$/.test(pattern.text) ? atStart(pattern, next) : within(pattern, next);
    }),
});

function atStart({ text, span, rewritten }: WrittenText, next: string) {
  const rest = text.slice(1);
  const other = ["not", "my", "ka"].find((prefix) => !prefix.includes(next.toLowerCase()));
  return {
    span,
    message: `"${text}" also matches "${other}${rest}", and it does not match "${next}1.${rest}".`,
    help: `Write "*.${rest}" and "${rest}": the "*" stops at the first character that equals the next one.`,
    fixes: rewritten('Put a dot behind "*"', `*.${rest}`),
  };
}

function within({ text, span }: WrittenText, next: string) {
  return {
    span,
    message: `The "*" in "${text}" stops at the first "${next}" that comes, and smtpd does not try again.`,
    help: 'Put a dot behind the "*", or use a regular expression.',
  };
}
