import type { TableUse } from "../model/tables.ts";
import { splitAliasValue } from "../runtime/alias-target.ts";
import { splitMailAddress } from "../runtime/mail-address.ts";
import { askedFor } from "./asked-for.ts";
import type { CheckContext, Problem } from "./check.ts";
import { reportEntries } from "./report-entries.ts";
import type { TableEntry } from "./table-entries.ts";
import { keyOf, partOfValue, type WrittenText } from "./written-text.ts";

/** An entry that addresses are compared with, in two parts. */
export interface MailAddressPattern extends WrittenText {
  readonly user: string;
  readonly domain: string;
}

/**
 * A visitor that reports what `judge` finds wrong with patterns of mail addresses: the keys of the tables that are asked
 * for addresses, and the addresses that a user may send from (`senders`). Of several in one value the first counts.
 */
export function reportMailAddresses(
  context: CheckContext,
  judge: (pattern: MailAddressPattern, use: TableUse) => Problem | undefined,
): ReturnType<typeof reportEntries> {
  return reportEntries(context, ["mailaddr", "mailaddrmap"], (entry, use) => {
    for (const pattern of patternsOf(entry, use)) {
      const problem = judge({ ...pattern, ...splitMailAddress(pattern.text) }, use);
      if (problem !== undefined) return problem;
    }
    return undefined;
  });
}

function patternsOf(entry: TableEntry, use: TableUse): readonly WrittenText[] {
  if (askedFor(use).includes("mailaddr")) return [keyOf(entry)];
  const parts = splitAliasValue(entry.value ?? "") ?? [];
  return parts.flatMap(({ text, offset }) => partOfValue(entry, text, offset) ?? []);
}
