import { isAtLeast } from "../../language/releases.ts";
import type { Model } from "../../model/model.ts";
import { tlsOption } from "../listener.ts";
import { defineRule, type Rule } from "../rule.ts";

export const verifyWithoutCa: Rule = defineRule({
  code: "verify-without-ca",
  summary: "A listener that verifies clients without a ca of its own lets in every public certificate.",
  category: "security",
  severity: "warning",
  recommended: true,
  scope: "statement",
  create: (context) => ({
    ListenDirective: (directive) => {
      const verify = tlsOption(directive)?.suffix;
      if (verify === undefined || directive.options.some(({ name }) => name === "ca") || hasCommonCa(context.model))
        return;
      context.report({
        span: verify,
        message: '"verify" without a ca lets in whoever has a certificate of a public authority.',
        help: "Define a ca with the certificate of the authority that your clients have theirs from, and name it here.",
      });
    },
  }),
});

/** Up to 6.8 the ca called `*` is that of all listeners that name none. */
function hasCommonCa(model: Model): boolean {
  if (isAtLeast(model.target, "7.3")) return false;
  return (model.symbols().get("ca")?.get("*")?.definitions.length ?? 0) > 0;
}
