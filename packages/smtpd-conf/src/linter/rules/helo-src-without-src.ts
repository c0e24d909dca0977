import { actionOption } from "../action.ts";
import { defineRule, type Rule } from "../rule.ts";

export const heloSrcWithoutSrc: Rule = defineRule({
  code: "helo-src-without-src",
  summary: "Without src the table of helo-src is never asked.",
  category: "intent",
  severity: "warning",
  recommended: true,
  scope: "configuration",
  create: ({ report }) => ({
    ActionDirective: (action) => {
      const names = actionOption(action, "helo-src");
      if (names === undefined || actionOption(action, "src") !== undefined) return;
      const used = actionOption(action, "helo") === undefined ? "the server name" : 'the name of "helo"';
      report({
        span: names,
        message: `This table is only asked about an address that "src" has chosen, so smtpd always greets with ${used}.`,
        help: "Name the addresses to send from with src, or one name for all with helo.",
      });
    },
  }),
});
