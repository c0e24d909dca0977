import { isIpv4, isIpv6 } from "../../model/ip-address.ts";
import { isHostName } from "../host-name.ts";
import { defineRule, type Rule } from "../rule.ts";

export const listenNameResolution: Rule = defineRule({
  code: "listen-name-resolution",
  summary: "A listener on a host name needs DNS when smtpd starts.",
  category: "portability",
  severity: "info",
  recommended: false,
  strict: true,
  scope: "statement",
  create: ({ report }) => ({
    ListenDirective: ({ interface: address }) => {
      if (address === undefined || !isDomainName(address.value)) return;
      report({
        span: address,
        message: `smtpd looks up "${address.value}" when it starts, and does not start without an answer.`,
        help: "Write the address itself, or the name of the interface.",
      });
    },
  }),
});

/** A name with a dot; interfaces can have one too, with the number of a VLAN behind it: `eth0.100`. */
function isDomainName(text: string): boolean {
  if (isIpv4(text) || isIpv6(text) || !isHostName(text)) return false;
  return /\.(?:[^.]*\D[^.]*)\.?$/.test(text);
}
