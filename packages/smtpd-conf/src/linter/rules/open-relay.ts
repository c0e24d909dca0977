import { dialogueOf, listenerPlace, relayFindings } from "../relay-findings.ts";
import { defineRule, type Rule } from "../rule.ts";

export const openRelay: Rule = defineRule({
  code: "open-relay",
  summary: "A rule relays mail from anybody to anywhere: spammers look for such servers, and find them within hours.",
  category: "security",
  severity: "error",
  recommended: true,
  scope: "configuration",
  create: (context) =>
    relayFindings(context, "nothing", ({ span, witness }) =>
      context.report({
        span,
        message: `Anybody can relay through this rule: a client at ${witness.envelope.source} gets 250 for ${dialogueOf(witness)}.`,
        help: "Ask for a login with from auth, name the networks of your own with from src, or let the listener demand auth.",
        related: [listenerPlace(witness)],
      }),
    ),
});
