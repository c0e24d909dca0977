import { isIpv4 } from "../../model/ip-address.ts";
import { parseNetwork } from "../../runtime/network.ts";
import { canonicalAddress } from "../canonical-address.ts";
import { reportEntries } from "../report-entries.ts";
import { defineRule, type Rule } from "../rule.ts";
import { keyOf, type WrittenText } from "../written-text.ts";

export const networkWithoutPrefix: Rule = defineRule({
  code: "network-without-prefix",
  summary: "Without a prefix, an address that looks like a network stands for less than it seems to.",
  category: "intent",
  severity: "warning",
  recommended: true,
  fix: "suggested",
  scope: "statement",
  create: (context) =>
    reportEntries(context, ["netaddr"], (entry) => {
      const key = keyOf(entry);
      return asClass(key) ?? asAddress(key);
    }),
});

/** `192.168`, which the old network classes make `192.168.0.0/24`. */
function asClass({ text, span, rewritten }: WrittenText) {
  const octets = text.split(".").length;
  const network = /^\d+(?:\.\d+){0,2}$/.test(text) ? parseNetwork(text) : undefined;
  if (network === undefined || network.bits === octets * 8) return undefined;
  const [is, meant] = [network.bits, octets * 8].map((bits) => `${canonicalAddress(network)}/${bits}`) as [
    string,
    string,
  ];
  return {
    span,
    message: `"${text}" is ${is}, since without a prefix the old network classes decide.`,
    help: `Write "${meant}", or "${is}" where that is meant.`,
    fixes: rewritten(`Write "${meant}"`, meant),
  };
}

/** `192.168.0.0` or `2001:db8::`, which is one address. */
function asAddress({ text, span, rewritten }: WrittenText) {
  const network = text.includes("/") ? undefined : parseNetwork(text);
  const looksLikeNetwork = isIpv4(text) ? text.endsWith(".0") : /::\]?$/.test(text);
  if (network === undefined || !looksLikeNetwork) return undefined;
  const meant = withPrefix(text);
  return {
    span,
    message: `"${text}" without a prefix is that one address, and no client has it.`,
    help: meant === undefined ? "Write the length of the prefix behind the address." : `Write "${meant}".`,
    fixes: meant === undefined ? [] : rewritten(`Write "${meant}"`, meant),
  };
}

/** The network that the zeros at the end of an IPv4 address suggest; of the IPv6 networks only the largest is clear. */
function withPrefix(text: string): string | undefined {
  if (/^\[?::\]?$/.test(text)) return "::/0";
  if (!isIpv4(text)) return undefined;
  return `${text}/${
    text
      .replace(/(?:^|\.)0+(?:\.0+)*$/, "")
      .split(".")
      .filter(Boolean).length * 8
  }`;
}
