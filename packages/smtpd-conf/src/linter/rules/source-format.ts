import { isIpv4, isIpv6 } from "../../model/ip-address.ts";
import { isStandIn } from "../domain-patterns.ts";
import { reportEntries } from "../report-entries.ts";
import { defineRule, type Rule } from "../rule.ts";

export const sourceFormat: Rule = defineRule({
  code: "source-format",
  summary: "An entry of the table for src is no IP address, so mail that gets it waits.",
  category: "type",
  severity: "error",
  recommended: true,
  scope: "statement",
  create: (context) =>
    reportEntries(context, ["source"], ({ key, keySpan }) => {
      if (isAddress(key) || isStandIn(key)) return undefined;
      return {
        span: keySpan,
        message: `"${key}" is no IP address that smtpd can send from: mail that it is chosen for waits in the queue.`,
        help: helpFor(key),
      };
    }),
});

/** An address of this machine, IPv6 in any of its forms. */
function isAddress(text: string): boolean {
  const inner = text.startsWith("[") && text.endsWith("]") ? text.slice(1, -1) : text;
  return isIpv4(text) || isIpv6(inner.replace(/^ipv6:/i, ""));
}

function helpFor(text: string): string {
  if (text.includes("/")) return "List single addresses: smtpd takes none out of a network.";
  if (/[\s,;]/.test(text)) return 'Make each address an entry of its own: { "192.0.2.1", "192.0.2.2" }.';
  return "Write an address of this machine: names of hosts and interfaces are not looked up.";
}
