import { fewestRecipients } from "../../language/lexical-limits.ts";
import { isAtLeast } from "../../language/releases.ts";
import { type Check, defineCheck } from "../check.ts";
import { rewrite } from "../fix.ts";

export const maxRcptTooLow: Check = defineCheck({
  code: "max-rcpt-too-low",
  summary: "From 7.9 on, a message must be able to have 100 recipients.",
  create: ({ target, report }) => ({
    LimitDirective: ({ scope, limits }) => {
      if (scope !== "smtp" || !isAtLeast(target, "7.9")) return;
      for (const { name, value } of limits) {
        if (name.value !== "max-rcpt" || Number(value.value) >= fewestRecipients) continue;
        report({
          span: value,
          message: `"max-rcpt" is ${value.value}, and from 7.9 on smtpd wants at least ${fewestRecipients}, as RFC 5321 does.`,
          help: `Write ${fewestRecipients} or more.`,
          fixes: rewrite(`Write ${fewestRecipients}`, [[value, `${fewestRecipients}`]], false),
        });
      }
    },
  }),
});
