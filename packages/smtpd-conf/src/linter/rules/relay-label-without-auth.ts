import { actionOption } from "../action.ts";
import type { CheckContext } from "../check.ts";
import { forEachRelayHost, type NamedRelay, type RelayHost } from "../relay-hosts.ts";
import { defineRule, type Rule } from "../rule.ts";

export const relayLabelWithoutAuth: Rule = defineRule({
  code: "relay-label-without-auth",
  summary: "With a label in the URL and no auth, smtpd has no password and sends nothing.",
  category: "intent",
  severity: "error",
  recommended: true,
  scope: "configuration",
  create: (context) => ({
    ActionDirective: (action) => forEachRelayHost(action, context, (host, relay) => judge(host, relay, context)),
  }),
});

function judge({ url, spanOf }: RelayHost, { action, option }: NamedRelay, { report }: CheckContext): void {
  const { label } = url.parts;
  if (url.kind !== "RelayUrl" || url.label === undefined || label === undefined) return;
  // What is no label but a user with a password is reported as that.
  if (url.label.includes(":") || actionOption(action, "auth") !== undefined) return;
  report({
    span: spanOf(label),
    message: `The label "${url.label}" asks for a login and the action has no "auth", so mail for this host waits until it expires.`,
    help: `Write auth <TABLE> behind "${option.name}", with an entry "${url.label}" that holds "user:password"; or leave the label out.`,
  });
}
