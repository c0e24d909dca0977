import { isStandIn } from "../domain-patterns.ts";
import { looksLikeDomain } from "../looks-like-domain.ts";
import { type MailAddressPattern, reportMailAddresses } from "../mail-address-patterns.ts";
import { defineRule, type Rule } from "../rule.ts";

export const mailaddrPatternWildcardUser: Rule = defineRule({
  code: "mailaddr-pattern-wildcard-user",
  summary: "The user of a mail address has no wildcards.",
  category: "type",
  severity: "error",
  recommended: true,
  fix: "suggested",
  scope: "statement",
  create: (context) =>
    reportMailAddresses(context, (pattern) => {
      const { text, user, span } = pattern;
      const isDomain = !text.includes("@") && looksLikeDomain(text);
      if (!user.includes("*") || isDomain || isStandIn(text)) return undefined;
      return {
        span,
        message: `"${text}" never matches: before the "@", an asterisk stands for itself.`,
        ...wayOut(pattern),
      };
    }),
});

/** A user that is nothing but a wildcard can be left out. What matches every address is a mistake of its own. */
function wayOut({ user, domain, rewritten }: MailAddressPattern) {
  if (user !== "*") return { help: "Take a regular expression, or list the addresses." };
  if (domain === "*" || domain === "") return { help: 'Write "@" for every address.' };
  return {
    help: `Write "@${domain}" for every user of "${domain}".`,
    fixes: rewritten(`Write "@${domain}"`, `@${domain}`),
  };
}
