import { relaySchemes } from "../../language/relay-schemes.ts";
import { isAtLeast, type Release } from "../../language/releases.ts";
import { isIpv6 } from "../../model/ip-address.ts";
import { spanFrom } from "../../parser/source.ts";
import type { Problem } from "../check.ts";
import { defineRule, type Rule } from "../rule.ts";
import { forEachEntryOf, type TableEntry } from "../table-entries.ts";

export const tableListBecomesMapping: Rule = defineRule({
  code: "table-list-becomes-mapping",
  summary: "An IPv6 address or a URL as the first line of a table file makes the file a mapping.",
  category: "intent",
  severity: "warning",
  recommended: true,
  scope: "statement",
  create: (context) => ({
    TableDirective: (table) => {
      if (table.entries !== undefined) return;
      forEachEntryOf(table, context, (first) => {
        const what = itemIn(first);
        if (what !== undefined) context.report(problemOf(first, what, context.target));
        return false;
      });
    },
  }),
});

type Item = "address" | "URL";

/** What the whole of a first line was meant as, where smtpd takes it apart at its first colon. */
function itemIn({ key, keySpan, value }: TableEntry): Item | undefined {
  if (value === undefined) return undefined;
  const line = keySpan.source.text.trim();
  if (relaySchemes.some(({ name }) => name === key.toLowerCase()) && value.startsWith("//")) return "URL";
  return /\s/.test(line) || !isNetwork(line) ? undefined : "address";
}

function isNetwork(text: string): boolean {
  return isIpv6(text.replace(/\/\d{1,3}$/, ""));
}

function problemOf({ key, keySpan, valueSpan = keySpan }: TableEntry, item: Item, target: Release): Problem {
  const brackets = item === "address" && isAtLeast(target, "7.6") ? ", or the address in brackets" : "";
  const article = item === "address" ? "an" : "a";
  return {
    span: spanFrom(keySpan, valueSpan),
    message: `The colon in the first line makes the file a mapping, with the key "${key}" instead of ${article} ${item}.`,
    help: `Put the line "# @list" at the top of the file${brackets}.`,
  };
}
