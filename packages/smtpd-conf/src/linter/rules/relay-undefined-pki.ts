import { defineRule, type Rule } from "../rule.ts";
import { uncheckedName } from "../unchecked-name.ts";

export const relayUndefinedPki: Rule = defineRule({
  code: "relay-undefined-pki",
  summary: "A relay with a pki that is not defined keeps smtpd from starting.",
  category: "intent",
  severity: "error",
  recommended: true,
  fix: "suggested",
  since: "7.3",
  scope: "configuration",
  create: (context) => ({
    Reference: (reference) => {
      if (reference.space !== "pki" || reference.state !== "unchecked") return;
      if (reference.line.kind === "ActionDirective") {
        context.report(uncheckedName(reference, "smtpd exits when it starts", context));
      }
    },
  }),
});
