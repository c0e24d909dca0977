import { listenerPlace, relayFindings } from "../relay-findings.ts";
import { defineRule, type Rule } from "../rule.ts";

export const wideSourceRelay: Rule = defineRule({
  code: "wide-source-relay",
  summary: "A rule relays for a network that is too large to be one's own.",
  category: "security",
  severity: "error",
  recommended: true,
  scope: "configuration",
  create: (context) =>
    relayFindings(context, "network", ({ span, witness }) =>
      context.report({
        span,
        message: `This network is a large part of the internet, and everybody in it can relay: a client at ${witness.envelope.source} for one.`,
        help: "Name the networks that you know: none of them is larger than /8 in IPv4 or /32 in IPv6.",
        related: [listenerPlace(witness)],
      }),
    ),
});
