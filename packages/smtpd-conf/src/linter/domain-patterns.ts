import type { TableUse } from "../model/tables.ts";
import type { CheckContext, Problem, Visitor } from "./check.ts";
import { reportMailAddresses } from "./mail-address-patterns.ts";
import { reportEntries } from "./report-entries.ts";
import { keyOf, type WrittenText } from "./written-text.ts";

/**
 * A visitor that reports what `judge` finds wrong with patterns of domains: the entries of the tables that are asked for
 * domains, and what stands behind the `@` of patterns of mail addresses. The span is always that of the whole entry.
 */
export function reportDomains(
  context: CheckContext,
  judge: (pattern: WrittenText, use: TableUse) => Problem | undefined,
): Visitor {
  const inDomains = reportEntries(context, ["domain"], (entry, use) => judge(keyOf(entry), use));
  const inAddresses = reportMailAddresses(context, ({ user, domain, span, rewritten }, use) => {
    const pattern: WrittenText = {
      text: domain,
      span,
      rewritten: (title, text, safe) => rewritten(title, `${user}@${text}`, safe),
    };
    return domain === "" ? undefined : judge(pattern, use);
  });
  return {
    TableUse: (use, table) => {
      inDomains.TableUse(use, table);
      inAddresses.TableUse(use, table);
    },
  };
}

/** Whether a text stands for something else, of which other rules speak: a placeholder, or a table or macro in quotes. */
export function isStandIn(text: string): boolean {
  return /[<>$]/.test(text);
}
