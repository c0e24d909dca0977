import { defineRule, type Rule } from "../rule.ts";

export const regexDbTable: Rule = defineRule({
  code: "regex-db-table",
  summary: "Up to 6.8 the entries of a db table are not taken as regular expressions.",
  category: "type",
  severity: "error",
  recommended: true,
  since: "6.6.0",
  until: "6.8.0",
  scope: "configuration",
  create: ({ report }) => ({
    TableUse: ({ regex, table, argument }) => {
      if (!regex || table?.backend !== "db") return;
      report({
        span: argument,
        message: 'smtpd compares the entries of this "db" table as they stand, in spite of "regex".',
        help: 'Keep the patterns in a text file, "file:/path", or go to 7.3 or newer.',
      });
    },
  }),
});
