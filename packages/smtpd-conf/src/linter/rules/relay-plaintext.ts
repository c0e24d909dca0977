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

export const relayPlaintext: Rule = defineRule({
  code: "relay-plaintext",
  summary: "Mail to a server across the Internet goes in plain text.",
  category: "security",
  severity: "warning",
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
  if (url.kind !== "RelayUrl" || url.scheme.tls !== "never" || !isPublicHost(host)) return;
  if (actionOption(action, "tls") !== undefined) return;
  const lmtp = url.scheme.name === "lmtp";
  report({
    span: host.spanOf(url.parts.scheme ?? url.parts.host),
    message: `With ${schemeText(url)} mail to "${url.host}" always goes in plain text, for everybody on the way to read and change.`,
    help: lmtp
      ? "LMTP is meant for the same machine or network: take SMTP with TLS across others."
      : `Write "${withScheme(host, "smtp+tls")}", or smtp:// for TLS where it is offered.`,
    fixes: lmtp ? [] : written.rewritten("Insist on TLS", withScheme(host, "smtp+tls")),
  });
}
