import type { ActionDirective, MatchDirective, TableArgument } from "../../parser/ast/nodes.ts";
import { foldCase } from "../../runtime/domain-pattern.ts";
import { actionOption, actionTable, delivers, rulesFor } from "../action.ts";
import { namesRecipients } from "../recipients.ts";
import { defineRule, type Rule } from "../rule.ts";
import { type EntrySources, forEachEntry } from "../table-entries.ts";

export const rootDeliveryRefused: Rule = defineRule({
  code: "root-delivery-refused",
  summary: "Mail for root bounces unless an alias leads to somebody else.",
  category: "intent",
  severity: "info",
  recommended: true,
  scope: "configuration",
  create: ({ model, analysis: { tableFiles }, report }) => ({
    ActionDirective: (line) => {
      if (!delivers(line) || line.method.name === "mbox" || actsForOthers(line)) return;
      if (!rulesFor(line, model).some(isForThisMachine)) return;
      const alias = actionTable(line, "alias");
      if (alias !== undefined && !isWithoutRoot(alias, { model, tableFiles })) return;
      const lead = alias === undefined ? "there are no aliases" : "no alias leads to somebody else";
      report({
        span: alias ?? line.method.keyword,
        message: `smtpd delivers nothing as root, and ${lead}: mail for root bounces.`,
        help: 'Map root to a person, as in alias { "root" = "alice" }, or forward it by /root/.forward.',
      });
    },
  }),
});

/** Whether somebody else delivers, or other tables than the users of the system say who the recipients are. */
function actsForOthers(line: ActionDirective): boolean {
  return (["user", "userbase", "virtual"] as const).some((name) => actionOption(line, name) !== undefined);
}

/** Whether a rule is for the users of this machine, root among them, by `for local` or by the default. */
function isForThisMachine(rule: MatchDirective): boolean {
  const condition = rule.conditions.find(({ scope }) => scope?.value === "for");
  const isLocal = condition === undefined || (condition.name === "local" && condition.not === undefined);
  return isLocal && !namesRecipients(rule);
}

function isWithoutRoot(alias: TableArgument, sources: EntrySources): boolean {
  let found = false;
  const known = forEachEntry(alias, sources, ({ key }) => {
    found = foldCase(key) === "root";
    return !found;
  });
  return known && !found;
}
