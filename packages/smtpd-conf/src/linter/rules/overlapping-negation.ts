import { phaseOf } from "../../model/resolve-filters.ts";
import type { PhaseFilterDirective, TableArgument } from "../../parser/ast/nodes.ts";
import { conditionKey, refuses } from "../filter-condition.ts";
import { filteredListeners, isBuiltin } from "../filter-lists.ts";
import { exchangers } from "../receiving.ts";
import { defineRule, type Rule } from "../rule.ts";
import { type EntrySources, forEachEntry } from "../table-entries.ts";

export const overlappingNegation: Rule = defineRule({
  code: "overlapping-negation",
  summary: "A filter refuses all but a few senders, where mail from everywhere arrives.",
  category: "intent",
  severity: "warning",
  recommended: true,
  since: "6.6.0",
  scope: "configuration",
  create: ({ model, analysis: { tableFiles }, report }) => ({
    end: () => {
      const isExchanger = exchangers(model);
      const reported = new Set<string>();
      for (const { listener, members } of filteredListeners(model)) {
        if (listener.auth === "required" || !isExchanger(listener)) continue;
        const spared = new Set<string>();
        for (const filter of members.filter(isBuiltin)) {
          const { name, condition, decision } = filter;
          if (decision.name === "bypass") spared.add(phaseOf(filter));
          const key = `${name.value} ${conditionKey(condition)}`;
          if (spared.has(phaseOf(filter)) || reported.has(key) || !refusesTheRest(filter, { model, tableFiles }))
            continue;
          reported.add(key);
          const who = condition.name === "helo" ? "servers that greet otherwise" : "other senders";
          report({
            span: condition,
            message: `This filter refuses the mail of all ${who}, on a listener for mail from everywhere.`,
            help: "Leave out the ! to refuse those that are listed, or use the filter only where your own users send.",
            related: [{ span: listener.directive, message: "The listener for mail from everywhere." }],
          });
        }
      }
    },
  }),
});

/** Whether a filter refuses whoever is not in its list, and the list does not hold everybody. */
function refusesTheRest(filter: PhaseFilterDirective, sources: EntrySources): boolean {
  const { name, not, regex, argument } = filter.condition;
  if (not === undefined || regex !== undefined || !refuses(filter)) return false;
  if (name !== "mail-from" && name !== "helo") return false;
  let holdsAll = false;
  forEachEntry(argument as TableArgument, sources, ({ key }) => {
    holdsAll = /^(?:@?\*?|\*)$/.test(key);
    return !holdsAll;
  });
  return !holdsAll;
}
