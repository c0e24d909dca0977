import { actionOption } from "../action.ts";
import type { CheckContext } from "../check.ts";
import { forEachRelayHost, type NamedRelay, type RelayHost, schemeText, withScheme } from "../relay-hosts.ts";
import { removal } from "../removal.ts";
import { defineRule, type Rule } from "../rule.ts";

export const relayTlsContradiction: Rule = defineRule({
  code: "relay-tls-contradiction",
  summary: "A relay with tls sends nothing to a host whose URL rules TLS out.",
  category: "intent",
  severity: "error",
  recommended: true,
  fix: "suggested",
  scope: "statement",
  create: (context) => ({
    ActionDirective: (action) => forEachRelayHost(action, context, (host, relay) => judge(host, relay, context)),
  }),
});

function judge(host: RelayHost, { action }: NamedRelay, { report }: CheckContext): void {
  const { url, written } = host;
  const tls = actionOption(action, "tls");
  if (tls === undefined || url.kind !== "RelayUrl" || url.scheme.tls !== "never") return;
  const encrypted = url.scheme.name === "smtp+notls" ? withScheme(host, "smtp+tls") : undefined;
  report({
    span: host.spanOf(url.parts.scheme ?? url.parts.host),
    message: `The action demands TLS and ${schemeText(url)} rules it out, so mail for this host waits until it expires.`,
    help: encrypted === undefined ? 'Leave "tls" out: LMTP has none.' : `Write "${encrypted}", or leave "tls" out.`,
    related: [{ span: tls, message: "TLS is demanded here." }],
    fixes: [
      ...(encrypted === undefined ? [] : written.rewritten("Write smtp+tls", encrypted)),
      ...removal('Remove "tls"', action, tls, false),
    ],
  });
}
