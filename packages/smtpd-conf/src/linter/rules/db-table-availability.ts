import { parseTableConfig } from "../../model/tables.ts";
import { defineRule, type Rule } from "../rule.ts";

export const dbTableAvailability: Rule = defineRule({
  code: "db-table-availability",
  summary: "Not every smtpd is built with `db` tables.",
  category: "portability",
  severity: "info",
  recommended: false,
  scope: "statement",
  create: ({ report }) => ({
    TableDirective: ({ config }) => {
      if (config === undefined || parseTableConfig(config.value).backend !== "db") return;
      report({
        span: config,
        message: "Not every smtpd is built with db tables, and one that is not refuses this table.",
        help: "Name the text file that the database is made from: file:/path.",
      });
    },
  }),
});
