import type { Model } from "../../model/model.ts";
import { parseAliasTarget, splitAliasValue } from "../../runtime/alias-target.ts";
import type { Ruleset } from "../../runtime/ruleset.ts";
import { actionTable } from "../action.ts";
import type { CheckContext } from "../check.ts";
import { rulesForForward } from "../mail-flow.ts";
import { defineRule, type Rule } from "../rule.ts";
import { forEachEntry, type TableEntry } from "../table-entries.ts";

export const forwardWithoutRule: Rule = defineRule({
  code: "forward-without-rule",
  summary: "An alias leads to an address that no rule takes, so that the alias is refused too.",
  category: "intent",
  severity: "error",
  recommended: true,
  scope: "configuration",
  create: (context) => {
    const { model, analysis, machine, report } = context;
    const visited = new Set<string>();
    const isUnclear = machine?.facts === undefined && hasRuleForOwnNames(model);
    const isTaken = takenAddresses(analysis.ruleset());
    return {
      ActionDirective: (line) => {
        if (isUnclear) return;
        const table = actionTable(line, "alias") ?? actionTable(line, "virtual");
        const name = table?.kind === "TableReference" ? table.name.value : undefined;
        if (table === undefined || (name !== undefined && visited.has(name))) return;
        if (name !== undefined) visited.add(name);
        forEachEntry(table, { model, tableFiles: analysis.tableFiles }, (entry) => {
          for (const address of addressesIn(entry)) if (!isTaken(address)) reportRefused(entry, address, report);
          return true;
        });
      },
    };
  },
});

function reportRefused({ key, keySpan, valueSpan }: TableEntry, address: string, report: CheckContext["report"]): void {
  report({
    span: valueSpan ?? keySpan,
    message: `No rule takes mail from this machine to "${address}", so smtpd refuses all mail for "${key}".`,
    help: 'What an alias leads to is matched again as mail from local: add match from local for any action "outbound".',
  });
}

/** Finds out whether some rule takes mail for an address that an alias leads to. */
function takenAddresses(ruleset: Ruleset): (address: string) => boolean {
  const asksForUsers = ruleset.rules.some(({ conditions }) =>
    conditions.some(({ subject }) => subject === "recipient"),
  );
  const known = new Map<string, boolean>();
  return (address) => {
    const key = asksForUsers ? address : address.slice(address.indexOf("@"));
    const taken = known.get(key) ?? isTakenBySome(ruleset, address);
    known.set(key, taken);
    return taken;
  };
}

function isTakenBySome(ruleset: Ruleset, address: string): boolean {
  for (const _rule of rulesForForward(ruleset, address)) return true;
  return false;
}

function addressesIn({ value = "" }: TableEntry): readonly string[] {
  const targets = (splitAliasValue(value) ?? []).map(({ text }) => parseAliasTarget(text));
  return targets.flatMap((target) => (target.kind === "address" ? [`${target.user}@${target.domain}`] : []));
}

/** Whether some rule is for the names of this machine, which could be the domain of any address as long as they are unknown. */
function hasRuleForOwnNames({ rules }: Model): boolean {
  return rules.some(({ conditions, reject }) => {
    const condition = conditions.find(({ scope }) => scope?.value === "for");
    return reject === undefined && (condition === undefined || condition.name === "local");
  });
}
