import type { TableUse } from "../../model/tables.ts";
import type { Word } from "../../parser/lexer/token.ts";
import { askedFor } from "../asked-for.ts";
import { isStandIn } from "../domain-patterns.ts";
import { rewrite } from "../fix.ts";
import { reportEntries } from "../report-entries.ts";
import { defineRule, type Rule } from "../rule.ts";
import { regexForWildcards } from "../wildcard-regex.ts";
import { keyOf, type WrittenText } from "../written-text.ts";

export const literalAsterisk: Rule = defineRule({
  code: "literal-asterisk",
  summary: "An asterisk stands where smtpd compares texts as they are, without wildcards.",
  category: "type",
  severity: "error",
  recommended: true,
  fix: "suggested",
  scope: "statement",
  create: (context) =>
    reportEntries(context, exact, (entry, use) => {
      const key = keyOf(entry);
      if (!hasLiteralAsterisk(key.text, use) || isStandIn(key.text)) return undefined;
      const message = `"${key.text}" is compared as it stands: an asterisk in ${nounFor(use)} is no wildcard.`;
      return { span: key.span, message, ...wayOut(key, use) };
    }),
});

const exact = ["string", "alias", "userinfo", "addrname", "mailaddrmap", "credentials"] as const;

/**
 * Where a rule asks for a user and the name has an `@`, its domain is compared with wildcards. Of tags, and of whole addresses
 * as keys of aliases, other rules speak.
 */
function hasLiteralAsterisk(text: string, { place, option }: TableUse): boolean {
  if (option.name === "tag" || (place === "action alias" && text.includes("@"))) return false;
  const isPattern = option.name === "auth" && place !== undefined && place !== "relay auth";
  return (isPattern ? text.replace(/@[^@]*$/, "") : text).includes("*");
}

function nounFor(use: TableUse): string {
  if (use.place === "action virtual") return "a virtual address";
  if (askedFor(use).includes("addrname")) return "an address";
  return use.place === "relay auth" ? "a label" : "a user name";
}

function wayOut(key: WrittenText, use: TableUse) {
  if (use.place === "action virtual") return catchAll(key);
  return use.option.info.regexSince === undefined
    ? { help: "Each name needs an entry of its own." }
    : asRegex(key, use);
}

/** `*@example.org` and `*` have forms of their own in virtual tables; the latter, for all domains, takes a second thought. */
function catchAll({ text, rewritten }: WrittenText) {
  const [whole, domain] = /^\*(@[^*]*)?$/.exec(text) ?? [];
  if (whole === undefined) return { help: '"@example.org" stands for every user of a domain.' };
  const wanted = domain ?? "@";
  const fixes = domain === undefined ? [] : rewritten(`Write "${wanted}"`, wanted);
  return { help: `Write "${wanted}".`, fixes };
}

/** Offered only where there is no other entry that would have to become one too. */
function asRegex({ text }: WrittenText, { argument }: TableUse) {
  const pattern = regexForWildcards(text);
  if (pattern === "") return { help: "Leave the names out where any will do." };
  const help = `Ask with a regular expression: regex "${pattern}".`;
  if (argument.kind !== "String") return { help };
  return { help, fixes: rewrite('Ask with "regex"', [[argument as Word, `regex "${pattern}"`]], false) };
}
