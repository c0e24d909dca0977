import { parseAliasTarget, splitAliasValue } from "../../runtime/alias-target.ts";
import type { Problem } from "../check.ts";
import type { Machine } from "../machine.ts";
import { reportEntries } from "../report-entries.ts";
import { defineRule, type Rule } from "../rule.ts";
import type { TableEntry } from "../table-entries.ts";
import { partOfValue } from "../written-text.ts";

export const aliasIncludeMissing: Rule = defineRule({
  code: "alias-include-missing",
  summary: "smtpd leaves out a file of addresses that it does not find.",
  category: "intent",
  severity: "warning",
  recommended: true,
  scope: "statement",
  create: (context) => {
    const { machine } = context;
    return machine === undefined ? {} : reportEntries(context, ["alias"], (entry) => missingInclude(entry, machine));
  },
});

function missingInclude(entry: TableEntry, { fileProblem }: Machine): Problem | undefined {
  if (!/include:/i.test(entry.value ?? "")) return undefined;
  for (const { text, offset } of splitAliasValue(entry.value ?? "") ?? []) {
    const target = parseAliasTarget(text);
    if (target.kind !== "include") continue;
    const reason = fileProblem(target.path, "table")?.reason;
    if (reason !== "missing" && reason !== "directory") continue;
    const fault = reason === "missing" ? `There is no file "${target.path}"` : `"${target.path}" is a directory`;
    return {
      span: partOfValue(entry, text, offset)?.span ?? entry.keySpan,
      message: `${fault}: smtpd leaves it out, and nobody in it gets the mail.`,
    };
  }
  return undefined;
}
