import type { TableUse } from "../../model/tables.ts";
import { defineRule, type Rule } from "../rule.ts";

export const dbTableForFetch: Rule = defineRule({
  code: "db-table-for-fetch",
  summary: "A `db` table gives no source address and no host to a relay.",
  category: "type",
  severity: "error",
  recommended: true,
  scope: "statement",
  create: ({ report }) => ({
    TableUse: (use) => {
      if (use.table?.backend !== "db" || !isTakenInTurn(use)) return;
      report({
        span: use.argument,
        message: `smtpd never gets an entry of a db table for ${use.option.name}, so that all mail of this action waits.`,
        help: "Write the entries into a text file, one a line, and name it as file:/path.",
      });
    },
  }),
});

/** The places that ask for the next entry, whichever it is (`table_fetch()`); all others ask for a key. */
function isTakenInTurn({ place }: TableUse): boolean {
  return place === "relay src" || place === "relay host";
}
