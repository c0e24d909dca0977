import type { ActionDirective, TableArgument } from "../../parser/ast/nodes.ts";
import type { Span } from "../../parser/source.ts";
import { parseAliasTarget, splitAliasValue } from "../../runtime/alias-target.ts";
import { actionOption, actionTable } from "../action.ts";
import type { CheckContext } from "../check.ts";
import { actionOf, rulesForForward, takesStrangers } from "../mail-flow.ts";
import { defineRule, type Rule } from "../rule.ts";
import { forEachEntry } from "../table-entries.ts";

export const forwardWithoutSrs: Rule = defineRule({
  code: "forward-without-srs",
  summary: "Mail of strangers is forwarded under their own addresses, which fails the SPF check of the next server.",
  category: "intent",
  severity: "info",
  recommended: true,
  since: "6.6.0",
  scope: "configuration",
  create: (context) => ({
    end: () => {
      const reported = new Set<ActionDirective>();
      for (const table of forwardingTables(context)) {
        const forward = findForward(table, context);
        if (forward === undefined || reported.has(forward.relay)) continue;
        reported.add(forward.relay);
        context.report({
          span: forward.relay.method.keyword,
          message: `Mail for "${forward.key}" goes on to "${forward.address}" with its first sender, which SPF may forbid this server to use.`,
          help: 'Set a secret with "srs key", and write "srs" behind "relay".',
          related: [{ span: forward.span, message: "This entry leads to another server." }],
        });
      }
    },
  }),
});

/** The tables of aliases that mail of strangers can come to, each once. */
function forwardingTables({ model, analysis }: CheckContext): Iterable<TableArgument> {
  const rules = analysis.ruleset().rules.filter(takesStrangers);
  const actions = new Set(rules.flatMap((rule) => actionOf(rule, model) ?? []));
  const tables = new Map<unknown, TableArgument>();
  for (const action of actions) {
    const table = actionTable(action, "alias") ?? actionTable(action, "virtual");
    const key = table?.kind === "TableReference" ? table.name.value : table;
    if (table !== undefined && !tables.has(key)) tables.set(key, table);
  }
  return tables.values();
}

interface Forward {
  readonly key: string;
  readonly address: string;
  readonly span: Span;
  readonly relay: ActionDirective;
}

/** The first entry of a table that surely leads to a relay that keeps the sender. */
function findForward(table: TableArgument, context: CheckContext): Forward | undefined {
  const { model, analysis } = context;
  let found: Forward | undefined;
  forEachEntry(table, { model, tableFiles: analysis.tableFiles }, ({ key, keySpan, value = "", valueSpan }) => {
    for (const { text } of splitAliasValue(value) ?? []) {
      const target = parseAliasTarget(text);
      if (target.kind !== "address" || found !== undefined) continue;
      const address = `${target.user}@${target.domain}`;
      const relay = plainRelayFor(address, context);
      if (relay !== undefined) found = { key, address, span: valueSpan ?? keySpan, relay };
    }
    return found === undefined;
  });
  return found;
}

/** The relay that takes mail for an address, if it keeps the sender; undefined where another action might take it. */
function plainRelayFor(address: string, { model, analysis }: CheckContext): ActionDirective | undefined {
  let relay: ActionDirective | undefined;
  for (const rule of rulesForForward(analysis.ruleset(), address)) {
    if (rule.action === undefined) continue;
    const action = actionOf(rule, model);
    if (action === undefined || !keepsSender(action)) return undefined;
    relay ??= action;
  }
  return relay;
}

function keepsSender(action: ActionDirective): boolean {
  if (action.method.name !== "relay") return false;
  return (["srs", "mail-from", "backup"] as const).every((name) => actionOption(action, name) === undefined);
}
