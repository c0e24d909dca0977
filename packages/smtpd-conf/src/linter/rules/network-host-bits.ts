import { addressBits, parseNetwork } from "../../runtime/network.ts";
import { canonicalAddress } from "../canonical-address.ts";
import { reportEntries } from "../report-entries.ts";
import { defineRule, type Rule } from "../rule.ts";
import { keyOf } from "../written-text.ts";

export const networkHostBits: Rule = defineRule({
  code: "network-host-bits",
  summary: "The address of a network has bits behind its prefix, which are ignored.",
  category: "intent",
  severity: "info",
  recommended: true,
  fix: "safe",
  scope: "statement",
  create: (context) =>
    reportEntries(context, ["netaddr"], (entry) => {
      const { text, span, rewritten } = keyOf(entry);
      const meant = withoutHostBits(text);
      if (meant === undefined) return undefined;
      return {
        span,
        message: `Only the prefix of "${text}" counts: it is the whole network ${meant}.`,
        help: "Write the network, or the address alone where only that is meant.",
        fixes: rewritten(`Write "${meant}"`, meant, true),
      };
    }),
});

/** The same network with nothing behind its prefix; undefined where there is nothing to leave out. */
function withoutHostBits(text: string): string | undefined {
  const network = text.includes("/") ? parseNetwork(text) : undefined;
  if (network === undefined) return undefined;
  const ignored = BigInt(addressBits[network.family] - network.bits);
  const address = (network.address >> ignored) << ignored;
  if (address === network.address) return undefined;
  const written = `${canonicalAddress({ ...network, address })}/${network.bits}`;
  return text.startsWith("[") ? `[${written}]` : written;
}
