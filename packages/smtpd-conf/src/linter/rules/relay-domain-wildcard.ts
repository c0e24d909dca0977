import type { Problem } from "../check.ts";
import { defineRule, type Rule } from "../rule.ts";
import { forEachEntryAt } from "../table-entries.ts";
import { keyOf } from "../written-text.ts";

export const relayDomainWildcard: Rule = defineRule({
  code: "relay-domain-wildcard",
  summary: "A relay looks its domains up as they are: an entry with a wildcard is never found.",
  category: "type",
  severity: "error",
  recommended: true,
  since: "6.7.1",
  scope: "statement",
  create: (context) => ({
    TableUse: ({ place, argument }, table) => {
      if (place !== "relay domain") return;
      forEachEntryAt(argument, table, context, (entry) => {
        const { text, span } = keyOf(entry);
        const problem = problemOf(text);
        if (problem !== undefined) context.report({ span, ...problem });
        return problem === undefined;
      });
    },
  }),
});

function problemOf(key: string): Omit<Problem, "span"> | undefined {
  if (key.includes("*") || key.startsWith(".")) {
    return {
      message: `"${key}" is no pattern here but the domain itself: mail for other domains waits until it expires.`,
      help: "Write each domain out, or send the others by a rule of their own to an action with host.",
    };
  }
  if (!key.includes("@")) return undefined;
  const domain = key.slice(key.lastIndexOf("@") + 1);
  return {
    message: `"${key}" is no domain and is never found: mail for such recipients waits until it expires.`,
    help: domain === "" ? "There is no entry for everything else: write each domain out." : `Write "${domain}".`,
  };
}
