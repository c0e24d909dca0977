import type { TableUse } from "../../model/tables.ts";
import { isMailDomain } from "../../runtime/mail-domain.ts";
import { parseNetwork } from "../../runtime/network.ts";
import { isStandIn } from "../domain-patterns.ts";
import { reportEntries } from "../report-entries.ts";
import { defineRule, type Rule } from "../rule.ts";
import { keyOf, type WrittenText } from "../written-text.ts";

export const unmatchableDomain: Rule = defineRule({
  code: "unmatchable-domain",
  summary: "An entry of a table of domains is written so that no name can equal it.",
  category: "type",
  severity: "error",
  recommended: true,
  fix: "suggested",
  scope: "statement",
  create: (context) =>
    reportEntries(context, ["domain", "reverse name"], (entry, use) => {
      const key = keyOf(entry);
      if (isStandIn(key.text) || /^\.[^.]|@/.test(key.text) || isRdnsPattern(key.text, use)) return undefined;
      const found = faultOf(key, use);
      return found && { span: key.span, ...found };
    }),
});

/** Wildcards after `from rdns` never match at all, of which another rule speaks. */
function isRdnsPattern(text: string, { place }: TableUse): boolean {
  return place === "match from rdns" && /\*|^\./.test(text);
}

interface Fault {
  readonly message: string;
  readonly help: string;
  readonly fixes?: ReturnType<WrittenText["rewritten"]>;
}

function faultOf(key: WrittenText, use: TableUse): Fault | undefined {
  const { text, rewritten } = key;
  if (use.option.name === "rdns" && isAddress(text)) {
    return { message: `"${text}" is an address, and "rdns" compares names.`, help: 'Ask for addresses with "src".' };
  }
  if (isPossible(text)) return undefined;
  if (/^[^\s,;]+\.$/.test(text) && isPossible(text.slice(0, -1))) {
    return {
      message: `smtpd knows no names that end with a dot, so "${text}" never matches.`,
      help: "Remove the dot.",
      fixes: rewritten("Remove the dot", text.slice(0, -1)),
    };
  }
  return { message: `No name equals "${text}".`, help: helpFor(text) };
}

/** Four numbers with dots between them, with a prefix or not, or any form of IPv6 address. */
function isAddress(text: string): boolean {
  return parseNetwork(text) !== undefined && /^\d+(?:\.\d+){3}(?:\/|$)|:/.test(text);
}

/** Whether some name that smtpd lets through can be matched; wildcards in brackets are not looked at. */
function isPossible(text: string): boolean {
  return isMailDomain(text.replaceAll("*", "x")) || /^\[.*\*/.test(text);
}

function helpFor(text: string): string {
  if (text === "") return "Delete the entry.";
  if (/[\s,;]/.test(text.trim())) return 'Make each name an entry of its own: { "a.example", "b.example" }.';
  if (/[^\0-\x7f]/.test(text)) return 'smtpd takes ASCII names only: write the form that begins with "xn--".';
  if (text.includes("/")) return "A domain is written alone, without a URL, a path or a prefix length.";
  if (/[()[\]{}|?+]/.test(text) && !text.startsWith("[")) return 'Patterns other than "*" need "regex".';
  if (parseNetwork(text)?.family === "inet6") return `In a mail address it stands in brackets: "[${text}]".`;
  return "A domain has letters, digits, dashes and dots, and no label is empty.";
}
