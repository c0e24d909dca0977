import { defineRule, type Rule } from "../rule.ts";
import { uncheckedName } from "../unchecked-name.ts";

export const relayUndefinedCa: Rule = defineRule({
  code: "relay-undefined-ca",
  summary: "A relay with a ca that is not defined makes smtpd crash when it starts.",
  category: "intent",
  severity: "error",
  recommended: true,
  fix: "suggested",
  since: "7.3",
  scope: "configuration",
  create: (context) => ({
    Reference: (reference) => {
      if (reference.space !== "ca" || reference.state !== "unchecked") return;
      if (reference.line.kind === "ActionDirective") {
        context.report(uncheckedName(reference, "smtpd crashes when it starts", context));
      }
    },
  }),
});
