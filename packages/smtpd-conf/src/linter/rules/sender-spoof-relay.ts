import { dialogueOf, listenerPlace, relayFindings } from "../relay-findings.ts";
import { defineRule, type Rule } from "../rule.ts";

export const senderSpoofRelay: Rule = defineRule({
  code: "sender-spoof-relay",
  summary: "A rule relays for whoever writes a certain sender, which anybody can do.",
  category: "security",
  severity: "error",
  recommended: true,
  scope: "configuration",
  create: (context) =>
    relayFindings(context, "sender", ({ span, witness }) =>
      context.report({
        span,
        message: `Anybody who writes this sender can relay: a client at ${witness.envelope.source} gets 250 for ${dialogueOf(witness)}.`,
        help: "Ask for a login as well: from auth mail-from …, or from src with the networks that such mail comes from.",
        related: [listenerPlace(witness)],
      }),
    ),
});
