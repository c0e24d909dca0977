import { phaseOf } from "../../model/resolve-filters.ts";
import type { PhaseFilterDirective, TableArgument } from "../../parser/ast/nodes.ts";
import type { Problem } from "../check.ts";
import { refuses } from "../filter-condition.ts";
import { type FilteredListener, filteredListeners, isBuiltin } from "../filter-lists.ts";
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
  create: ({ model, analysis, report }) => ({
    end: () => {
      const isExchanger = exchangers(model);
      const sources = { model, tableFiles: analysis.tableFiles };
      for (const use of filteredListeners({ model, analysis })) {
        if (use.listener.auth === "required" || !isExchanger(use.listener)) continue;
        for (const filter of filtersForAll(use)) {
          if (refusesTheRest(filter, sources)) report(problemOf(filter, use));
        }
      }
    },
  }),
});

/** The builtin filters that no `bypass` in front of them spares anybody. */
function filtersForAll({ members }: FilteredListener): readonly PhaseFilterDirective[] {
  const spared = new Set<string>();
  return members.filter(isBuiltin).filter((filter) => {
    if (filter.decision.name === "bypass") spared.add(phaseOf(filter));
    return !spared.has(phaseOf(filter));
  });
}

/** Whether a filter refuses whoever is not in its list, and the list does not hold everybody. */
function refusesTheRest(filter: PhaseFilterDirective, sources: EntrySources): boolean {
  const { name, not, regex, argument } = filter.condition;
  if (not === undefined || regex !== undefined || !refuses(filter)) return false;
  if (name !== "mail-from" && name !== "helo") return false;
  let holdsAll = false;
  forEachEntry(argument as TableArgument, sources, ({ key }) => {
    holdsAll = /^@?\*?$/.test(key);
    return !holdsAll;
  });
  return !holdsAll;
}

function problemOf({ condition }: PhaseFilterDirective, { listener }: FilteredListener): Problem {
  const who = condition.name === "helo" ? "servers that greet otherwise" : "other senders";
  return {
    span: condition,
    message: `This filter refuses the mail of all ${who}, on a listener for mail from everywhere.`,
    help: "Leave out the ! to refuse those that are listed, or use the filter only where your own users send.",
    related: [{ span: listener.directive, message: "The listener for mail from everywhere." }],
  };
}
