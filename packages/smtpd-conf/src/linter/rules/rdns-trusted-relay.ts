import { listenerPlace, relayFindings } from "../relay-findings.ts";
import { defineRule, type Rule } from "../rule.ts";

export const rdnsTrustedRelay: Rule = defineRule({
  code: "rdns-trusted-relay",
  summary: "A rule relays for clients with a certain name in the reverse DNS, which whoever owns an address can set.",
  category: "security",
  severity: "error",
  recommended: true,
  since: "6.6.0",
  scope: "configuration",
  create: (context) =>
    relayFindings(context, "rdns", ({ span, witness }) =>
      context.report({
        span,
        message: `Whoever runs the reverse DNS of an address can relay: smtpd does not check that "${witness.envelope.rdns}" leads back to ${witness.envelope.source}.`,
        help: "Name the addresses with from src, ask for a login with from auth, or turn away !fcrdns with a filter and list exact names.",
        related: [listenerPlace(witness)],
      }),
    ),
});
