import { isIpv6 } from "../../model/ip-address.ts";
import type { TableUse } from "../../model/tables.ts";
import { isMailDomain } from "../../runtime/mail-domain.ts";
import { parseNetwork } from "../../runtime/network.ts";
import { isStandIn } from "../domain-patterns.ts";
import { reportEntries } from "../report-entries.ts";
import { defineRule, type Rule } from "../rule.ts";
import { keyOf } from "../written-text.ts";

export const invalidNetworkAddress: Rule = defineRule({
  code: "invalid-network-address",
  summary: "An entry where clients' addresses are compared is no address, and never matches.",
  category: "type",
  severity: "error",
  recommended: true,
  fix: "suggested",
  scope: "statement",
  create: (context) =>
    reportEntries(context, ["netaddr"], (entry, use) => {
      const { text, span, rewritten } = keyOf(entry);
      if (canMatch(text) || isStandIn(text)) return undefined;
      const message = `smtpd cannot read "${text}" as an address, so it never matches.`;
      const meant = meantBy(text);
      if (meant === undefined) return { span, message, help: helpFor(text, use) };
      return { span, message, help: `Write "${meant}".`, fixes: rewritten(`Write "${meant}"`, meant) };
    }),
});

/** `local` is what smtpd calls a client on the socket; the address of a link is compared as a text. */
function canMatch(text: string): boolean {
  return parseNetwork(text) !== undefined || /^local$/i.test(text) || isZoneAddress(text);
}

function isZoneAddress(text: string): boolean {
  return /^\[[^\]]+%[^\]]+\]$/.test(text) && isIpv6(text.slice(1, -1));
}

/** The right form of what is certainly meant as an address; undefined where that is not so clear. */
function meantBy(text: string): string | undefined {
  const forms = [text.trim(), `[${text}]`, prefixInside(text), withoutNetmask(text), withoutWildcard(text)];
  return forms.find((form) => form !== undefined && form !== text && canMatch(form));
}

/** `[2001:db8::]/32` with the prefix where smtpd wants it. */
function prefixInside(text: string): string | undefined {
  const [, address, prefix] = /^\[([^\]/]+)\](\/\d+)$/.exec(text) ?? [];
  return address === undefined ? undefined : `[${address}${prefix}]`;
}

/** `10.0.0.0/255.0.0.0` with a prefix. */
function withoutNetmask(text: string): string | undefined {
  const [, address, mask] = /^([\d.]+)\/(\d+\.\d+\.\d+\.\d+)$/.exec(text) ?? [];
  const network = mask === undefined ? undefined : parseNetwork(mask);
  const bits = network?.address.toString(2).padStart(32, "0");
  return bits !== undefined && /^1*0*$/.test(bits) ? `${address}/${bits.replaceAll("0", "").length}` : undefined;
}

/** `192.168.*` and `192.168.` as networks. */
function withoutWildcard(text: string): string | undefined {
  const [, octets] = /^((?:\d+\.){1,3})(?:\*(?:\.\*)*)?$/.exec(text) ?? [];
  const given = octets?.split(".").slice(0, -1);
  return given && `${[...given, "0", "0", "0"].slice(0, 4).join(".")}/${given.length * 8}`;
}

function helpFor(text: string, { place }: TableUse): string {
  if (text === "*")
    return place === undefined ? 'Every address is { "0.0.0.0/0", "::/0" }.' : 'Every address is "from any".';
  if (/[\s,;]/.test(text.trim())) return 'Make each address an entry of its own: { "192.0.2.1", "198.51.100.0/24" }.';
  if (/^\d+(?:\.\d+){3}\/\d+$/.test(text)) return "Each of the four numbers is at most 255, and the prefix at most 32.";
  if (text.includes(":")) return 'An IPv6 network is written "2001:db8::/32" or "[2001:db8::/32]".';
  if (isMailDomain(text.replaceAll("*", "x")) && /[a-z]/i.test(text)) {
    return place === undefined ? 'Names are compared by "rdns".' : 'Names are compared by "from rdns".';
  }
  return 'An entry is an address or a network such as "192.0.2.0/24" or "2001:db8::/32".';
}
