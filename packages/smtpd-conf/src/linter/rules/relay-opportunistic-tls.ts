import { actionOption } from "../action.ts";
import type { CheckContext } from "../check.ts";
import {
  forEachRelayHost,
  isPublicHost,
  type NamedRelay,
  type RelayHost,
  schemeText,
  withScheme,
} from "../relay-hosts.ts";
import { defineRule, type Rule } from "../rule.ts";
import { isTrustedHost, trustedHosts } from "../trusted-hosts.ts";

export const relayOpportunisticTls: Rule = defineRule({
  code: "relay-opportunistic-tls",
  summary: "To a known server TLS need not be left to chance.",
  category: "security",
  severity: "info",
  recommended: true,
  fix: "suggested",
  scope: "configuration",
  options: { hosts: trustedHosts },
  create: (context, { hosts }) => ({
    ActionDirective: (action) =>
      forEachRelayHost(action, context, (host, relay) => {
        if (!isTrustedHost(host, hosts)) judge(host, relay, context);
      }),
  }),
});

function judge(host: RelayHost, { action }: NamedRelay, { report }: CheckContext): void {
  const { url, written } = host;
  if (url.kind !== "RelayUrl" || url.scheme.tls !== "offered" || !isPublicHost(host) || url.port === 465) return;
  if (actionOption(action, "tls") !== undefined) return;
  const secure = withScheme(host, "smtp+tls");
  report({
    span: host.spanOf(url.parts.scheme ?? url.parts.host),
    message: `With ${schemeText(url)} mail goes in plain text where TLS is not offered or fails, and no certificate is checked.`,
    help: `If the server has TLS and a valid certificate, write "${secure}".`,
    fixes: written.rewritten("Insist on TLS", secure),
  });
}
