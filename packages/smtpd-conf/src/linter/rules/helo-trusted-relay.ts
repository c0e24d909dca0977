import { dialogueOf, listenerPlace, relayFindings } from "../relay-findings.ts";
import { defineRule, type Rule } from "../rule.ts";

export const heloTrustedRelay: Rule = defineRule({
  code: "helo-trusted-relay",
  summary: "A rule relays for whoever greets with a certain name, which anybody can do.",
  category: "security",
  severity: "error",
  recommended: true,
  scope: "configuration",
  create: (context) =>
    relayFindings(context, "helo", ({ span, witness }) =>
      context.report({
        span,
        message: `Anybody who greets with this name can relay: a client at ${witness.envelope.source} gets 250 for ${dialogueOf(witness)}.`,
        help: "The name in HELO proves nothing. Ask for a login with from auth, or for the address with from src.",
        related: [listenerPlace(witness)],
      }),
    ),
});
