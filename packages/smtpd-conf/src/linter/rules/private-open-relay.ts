import { matchesNetwork } from "../../runtime/network.ts";
import { optionSyntaxes } from "../option-syntaxes.ts";
import { dialogueOf, privateRelayFindings } from "../relay-findings.ts";
import { defineRule, type Rule } from "../rule.ts";

export const privateOpenRelay: Rule = defineRule({
  code: "private-open-relay",
  summary: "A rule relays for every client that reaches a private address, without asking who it is.",
  category: "security",
  severity: "info",
  recommended: true,
  scope: "configuration",
  options: {
    networks: {
      kind: "texts",
      syntax: optionSyntaxes.network,
      summary: "Everybody who reaches an address in these networks may relay.",
      default: [],
    },
  },
  create: (context, { networks }) =>
    privateRelayFindings(context, ({ span, witness }) => {
      const address = witness.listener.directive.interface;
      if (networks.some((network) => matchesNetwork(address?.value ?? "", network))) return;
      context.report({
        span,
        message: `Every client that reaches "${address?.value}" can relay through this rule: it gets 250 for ${dialogueOf(witness)}.`,
        help: "Name the networks that may relay with from src, or ask for a login with from auth.",
        related: [{ span: address ?? witness.listener.directive, message: "The listener with the private address." }],
      });
    }),
});
