import type { TableUse } from "../../model/tables.ts";
import { foldCase } from "../../runtime/domain-pattern.ts";
import type { CheckContext } from "../check.ts";
import { namedRelay, type RelayHost } from "../relay-hosts.ts";
import { defineRule, type Rule } from "../rule.ts";
import { forEachEntry } from "../table-entries.ts";

export const unusedCredentialsLabel: Rule = defineRule({
  code: "unused-credentials-label",
  summary: "No relay URL has the label of these credentials.",
  category: "dead-code",
  severity: "hint",
  recommended: false,
  strict: true,
  scope: "configuration",
  create: (context) => ({
    end: () => {
      for (const uses of usesByTable(context).values()) reportUnused(uses, context);
    },
  }),
});

/** The uses of each table that some relay logs in with; an inline table is one by itself. */
function usesByTable({ model }: CheckContext): ReadonlyMap<unknown, readonly TableUse[]> {
  const byTable = new Map<unknown, TableUse[]>();
  for (const use of model.tableUses) {
    const table = use.argument.kind === "TableReference" ? use.argument.name.value : use.argument;
    const uses = byTable.get(table) ?? [];
    uses.push(use);
    byTable.set(table, uses);
  }
  return byTable;
}

/** Only where relays alone use the table, and all of their URLs are known. */
function reportUnused(uses: readonly TableUse[], context: CheckContext): void {
  const { model, analysis, report } = context;
  const [first] = uses;
  if (first === undefined || !uses.every(({ place }) => place === "relay auth")) return;
  const relays = uses.map(({ line }) => namedRelay(line, context));
  if (!relays.every((relay) => relay?.complete)) return;
  const used = new Set(relays.flatMap((relay) => relay?.hosts ?? []).map(labelOf));
  forEachEntry(first.argument, { model, tableFiles: analysis.tableFiles }, ({ key, keySpan }) => {
    if (!used.has(foldCase(key))) report({ span: keySpan, message: `No relay URL has the label "${key}".` });
    return true;
  });
}

/** The label of a server in lower case, as smtpd looks it up. */
function labelOf({ url }: RelayHost): string | undefined {
  return url.kind === "RelayUrl" && url.label !== undefined ? foldCase(url.label) : undefined;
}
