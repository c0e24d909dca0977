import type { Problem } from "../check.ts";
import { defineRule, type Rule } from "../rule.ts";
import { nameOf } from "../table-at-use.ts";
import { forEachEntry, type TableEntry } from "../table-entries.ts";

export const userbaseKeyForm: Rule = defineRule({
  code: "userbase-key-form",
  summary: "A userbase is asked for names of users, never for addresses.",
  category: "type",
  severity: "warning",
  recommended: true,
  scope: "statement",
  remembers: true,
  create: ({ model, analysis, report }) => {
    const visited = new Set<string>();
    return {
      TableUse: (use) => {
        const name = nameOf(use) ?? "";
        if (use.place !== "action userbase" || visited.has(name)) return;
        if (name !== "") visited.add(name);
        let first: TableEntry | undefined;
        forEachEntry(use.argument, { model, tableFiles: analysis.tableFiles }, (entry) => {
          if (entry.key.includes("@")) first = entry;
          return first === undefined;
        });
        if (first !== undefined) report(problemOf(first));
      },
    };
  },
});

/** One finding for a table: where one key is an address, all are. */
function problemOf({ key, keySpan }: TableEntry): Problem {
  const user = key.slice(0, key.indexOf("@")) || "anna";
  return {
    span: keySpan,
    message: `smtpd never asks a userbase for an address such as "${key}", only for the name of a user.`,
    help: `Make the key a name such as "${user}", and let a virtual table lead the address to that name.`,
  };
}
