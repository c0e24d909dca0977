import { reportAliasTargets } from "../alias-targets.ts";
import { defineRule, type Rule } from "../rule.ts";

export const aliasTargetBecomesUser: Rule = defineRule({
  code: "alias-target-becomes-user",
  summary: "An address with a domain that smtpd does not take becomes a local user.",
  category: "intent",
  severity: "error",
  recommended: true,
  scope: "statement",
  create: (context) =>
    reportAliasTargets(context, ({ target, text, span }) => {
      if (target.kind !== "username" || target.droppedDomain === undefined || /[<>$]/.test(text)) return undefined;
      return {
        span: span(),
        message: `"${text}" becomes the local user "${target.user}": smtpd drops the domain "${target.droppedDomain}".`,
        help: "The domain of a target has letters, digits, dashes and dots only.",
      };
    }),
});
