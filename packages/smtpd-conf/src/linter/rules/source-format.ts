import { isAtLeast, type Release } from "../../language/releases.ts";
import { isIpv4, isIpv6 } from "../../model/ip-address.ts";
import type { Problem } from "../check.ts";
import { isStandIn } from "../domain-patterns.ts";
import { reportEntries } from "../report-entries.ts";
import { defineRule, type Rule } from "../rule.ts";
import { keyOf, type WrittenText } from "../written-text.ts";

export const sourceFormat: Rule = defineRule({
  code: "source-format",
  summary: "smtpd cannot read an entry of the table for src as an address, so mail that gets it waits.",
  category: "type",
  severity: "error",
  recommended: true,
  fix: "suggested",
  scope: "statement",
  create: (context) =>
    reportEntries(context, ["source"], (entry) => {
      const key = keyOf(entry);
      if (isStandIn(key.text)) return undefined;
      const waits = `mail that "${key.text}" is chosen for waits in the queue.`;
      if (!isAddress(key.text)) {
        return { span: key.span, message: `This is no IP address: ${waits}`, help: helpFor(key.text) };
      }
      return isIpv4(key.text) ? undefined : faultOfIpv6(key, waits, context.target);
    }),
});

/** An address of this machine, IPv6 in any of its forms. */
function isAddress(text: string): boolean {
  return isIpv4(text) || isIpv6(withoutBrackets(text).replace(/^ipv6:/i, ""));
}

function withoutBrackets(text: string): string {
  return text.startsWith("[") && text.endsWith("]") ? text.slice(1, -1) : text;
}

/** What releases before 7.8 made of IPv6 addresses (`parse_sockaddr()` in table.c). */
function faultOfIpv6({ text, span, rewritten }: WrittenText, waits: string, target: Release): Problem | undefined {
  if (isAtLeast(target, "7.8")) return undefined;
  if (isAtLeast(target, "7.5")) {
    return {
      span,
      message: `From 7.5 to 7.7 smtpd can read no IPv6 address here: ${waits}`,
      help: "It works from 7.8 on.",
    };
  }
  const bare = withoutBrackets(text);
  if (bare === text) return undefined;
  const fixes = rewritten("Remove the brackets", bare);
  return {
    span,
    message: `Up to 7.4 an IPv6 address cannot stand in brackets here: ${waits}`,
    help: "Remove the brackets.",
    fixes,
  };
}

function helpFor(text: string): string {
  if (text.includes("/")) return "List single addresses: smtpd takes none out of a network.";
  if (/[\s,;]/.test(text)) return 'Make each address an entry of its own: { "192.0.2.1", "192.0.2.2" }.';
  return "Write an address of this machine: names of hosts and interfaces are not looked up.";
}
