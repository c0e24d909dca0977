import type { TableUse } from "../../model/tables.ts";
import { isStandIn } from "../domain-patterns.ts";
import { rewrite } from "../fix.ts";
import { reportEntries } from "../report-entries.ts";
import { defineRule, type Rule } from "../rule.ts";
import { keyOf, type WrittenText } from "../written-text.ts";

export const domainPatternHasAt: Rule = defineRule({
  code: "domain-pattern-has-at",
  summary: "No domain or host name has an @, so an entry with one never matches.",
  category: "type",
  severity: "error",
  recommended: true,
  fix: "suggested",
  scope: "statement",
  create: (context) =>
    reportEntries(context, ["domain", "reverse name"], (entry, use) => {
      const key = keyOf(entry);
      const at = key.text.lastIndexOf("@");
      if (at < 0 || isStandIn(key.text)) return undefined;
      const message = `No name equals "${key.text}": only the part behind the "@" of an address is a domain.`;
      return at === 0 ? { span: key.span, message, ...withoutAt(key) } : { span: key.span, message, ...asAddress(use) };
    }),
});

function withoutAt({ text, rewritten }: WrittenText) {
  const domain = text.slice(1);
  if (domain === "") return { help: 'Every domain is "*".' };
  return { help: `Write "${domain}".`, fixes: rewritten('Remove the "@"', domain) };
}

/** `for domain` can become `for rcpt-to` where nothing but this address is asked for. */
function asAddress({ place, option, argument }: TableUse) {
  if (place !== "match for domain") return { help: 'Write the name alone, without the "@" and what stands before it.' };
  const alone = argument.kind === "String";
  return {
    help: 'An address is matched by "for rcpt-to".',
    fixes: alone ? rewrite('Ask with "for rcpt-to"', [[option.keyword, "rcpt-to"]], false) : [],
  };
}
