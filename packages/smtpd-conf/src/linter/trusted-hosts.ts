import { foldCase } from "../runtime/domain-pattern.ts";
import { matchesNetwork } from "../runtime/network.ts";
import { matchesName } from "./name-patterns.ts";
import { optionSyntaxes } from "./option-syntaxes.ts";
import type { RelayHost } from "./relay-hosts.ts";
import type { TextsOption } from "./rule-options.ts";

/** The option of rules on the way to other servers. */
export const trustedHosts = {
  kind: "texts",
  syntax: optionSyntaxes.host,
  summary: "Servers that are reached by a way of one's own, such as a VPN: the rule has nothing to say of them.",
  default: [],
} as const satisfies TextsOption;

/** Whether a server is among those of the option, by its name or, where the URL has an address, by its network. */
export function isTrustedHost({ url }: RelayHost, trusted: readonly string[]): boolean {
  if (url.kind !== "RelayUrl") return false;
  const host = foldCase(url.host.replace(/^\[(?:IPv6:)?(.*)\]$/i, "$1"));
  return trusted.some((one) => matchesName(host, foldCase(one)) || matchesNetwork(host, one));
}
