import { isLocalPart } from "../../runtime/local-part.ts";
import { splitMailAddress } from "../../runtime/mail-address.ts";
import { isMailDomain } from "../../runtime/mail-domain.ts";
import { isStandIn } from "../domain-patterns.ts";
import { looksLikeDomain } from "../looks-like-domain.ts";
import { type MailAddressPattern, reportMailAddresses } from "../mail-address-patterns.ts";
import { defineRule, type Rule } from "../rule.ts";

export const unmatchableMailAddress: Rule = defineRule({
  code: "unmatchable-mail-address",
  summary: "An entry of a table of mail addresses is written so that no address can equal it.",
  category: "type",
  severity: "error",
  recommended: true,
  fix: "suggested",
  scope: "statement",
  create: (context) =>
    reportMailAddresses(context, (pattern) => {
      const { text, span } = pattern;
      const found =
        nullSender(text) ??
        inBrackets(pattern) ??
        (isStandIn(text) || isPossible(text) ? undefined : { help: helpFor(text) });
      return found && { span, message: `No mail address matches "${text}".`, ...found };
    }),
});

/** The empty sender of bounces, as the SMTP command has it. */
function nullSender(text: string) {
  return /^<@?>$/.test(text) ? { help: 'The empty sender is matched by regex "^@$".' } : undefined;
}

/** `<user@domain>`, as the SMTP commands have it. A placeholder looks the same, but has no dot in its domain. */
function inBrackets({ text, rewritten }: MailAddressPattern) {
  const inner = /^<([^<>\s]*@[^<>\s]*\.[^<>\s]*)>$/.exec(text)?.[1];
  if (inner === undefined) return undefined;
  const fixes = rewritten("Remove the brackets", inner);
  return { help: "smtpd compares addresses without their angle brackets: remove them.", fixes };
}

/**
 * Whether an address that some release lets through can be matched. Other rules look after wildcards, leading dots and
 * entries without an `@`.
 */
function isPossible(text: string): boolean {
  if (!text.includes("@") && looksLikeDomain(text)) return true;
  const { user, domain } = splitMailAddress(text);
  if (user.includes("*")) return true;
  const bare = domain.replace(/^\./, "");
  const domainFits = bare === "" ? domain === "" : isMailDomain(bare.replaceAll("*", "x")) || /^\[.*\*/.test(bare);
  return domainFits && (user === "" || isLocalPart(user, "7.8"));
}

function helpFor(text: string): string {
  if (/^mailto:/i.test(text)) return 'Remove "mailto:".';
  if (/[\s,;]/.test(text.trim())) return 'Make each address an entry of its own: { "a@b.example", "@c.example" }.';
  if (/[^\0-\x7f]/.test(text)) return "smtpd takes ASCII addresses only.";
  if (/\.$/.test(text)) return "Remove the dot at the end.";
  if (/[()[\]]/.test(text)) return 'Patterns need "regex".';
  return 'An entry is "user@domain", "@domain", "user", or "@" for everything.';
}
