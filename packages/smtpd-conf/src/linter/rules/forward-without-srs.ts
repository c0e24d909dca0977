import type { ActionDirective } from "../../parser/ast/nodes.ts";
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
      for (const action of forwardingActions(context)) {
        const forward = findForward(action, context);
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

/** The actions with aliases that mail of strangers can come to. */
function forwardingActions({ model, analysis }: CheckContext): ReadonlySet<ActionDirective> {
  const rules = analysis.ruleset().rules.filter(takesStrangers);
  return new Set(rules.flatMap((rule) => actionOf(rule, model) ?? []));
}

interface Forward {
  readonly key: string;
  readonly address: string;
  readonly span: Span;
  readonly relay: ActionDirective;
}

/** The first entry of an action that surely leads to a relay that keeps the sender. */
function findForward(action: ActionDirective, context: CheckContext): Forward | undefined {
  const table = actionTable(action, "alias") ?? actionTable(action, "virtual");
  if (table === undefined) return undefined;
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
  const rules = rulesForForward(analysis.ruleset(), address).filter(({ action }) => action !== undefined);
  const actions = rules.map((rule) => actionOf(rule, model));
  return actions.every((action) => action !== undefined && keepsSender(action)) ? actions[0] : undefined;
}

function keepsSender(action: ActionDirective): boolean {
  if (action.method.name !== "relay") return false;
  return (["srs", "mail-from", "backup"] as const).every((name) => actionOption(action, name) === undefined);
}
