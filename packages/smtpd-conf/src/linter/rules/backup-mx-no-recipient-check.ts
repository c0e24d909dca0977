import { actionOption } from "../action.ts";
import { actionOf, takesStrangers } from "../mail-flow.ts";
import { namesRecipients } from "../recipients.ts";
import { defineRule, type Rule } from "../rule.ts";

export const backupMxNoRecipientCheck: Rule = defineRule({
  code: "backup-mx-no-recipient-check",
  summary: "A backup mail exchanger that takes mail for anybody sends bounces to people who wrote nothing.",
  category: "security",
  severity: "info",
  recommended: true,
  scope: "configuration",
  create: ({ model, analysis, report }) => ({
    end: () => {
      for (const rule of analysis.ruleset().rules) {
        const action = actionOf(rule, model);
        const backup = action && actionOption(action, "backup");
        const domain = rule.directive.conditions.find(({ name, not }) => name === "domain" && not === undefined);
        if (backup === undefined || domain === undefined) continue;
        if (namesRecipients(rule.directive) || !takesStrangers(rule)) continue;
        report({
          span: domain,
          message:
            "Mail for any user of these domains is accepted; for those who do not exist, bounces go to forged senders.",
          help: "List the users that exist in a table, and ask for them in this rule: rcpt-to <recipients>.",
          related: [{ span: backup, message: "The mail waits here for the server that knows the users." }],
        });
      }
    },
  }),
});
