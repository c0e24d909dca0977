import type { PhaseFilterDirective } from "../../parser/ast/nodes.ts";
import { decides } from "../filter-condition.ts";
import { type FilteredListener, foundEverywhere, isBuiltin } from "../filter-lists.ts";
import { defineRule, type Rule } from "../rule.ts";

export const singleGreetingFilter: Rule = defineRule({
  code: "single-greeting-filter",
  summary: "A filter sees only HELO or only EHLO, and clients may greet with either.",
  category: "intent",
  severity: "warning",
  recommended: true,
  since: "6.6.0",
  scope: "configuration",
  create: ({ model, analysis, report }) => ({
    end: () => {
      for (const [{ name, phase }, missing] of foundEverywhere({ model, analysis }, lonelyFilters)) {
        const consequence =
          missing === "ehlo"
            ? "nearly all clients greet with EHLO, and never meet it"
            : "a client that greets with HELO never meets it";
        report({
          span: phase,
          message: `The filter "${name.value}" looks at ${phase.value.toUpperCase()} only: ${consequence}.`,
          help: `Add a second filter with the same condition and the phase "${missing}".`,
        });
      }
    },
  }),
});

const twins: Readonly<Record<string, string>> = { helo: "ehlo", ehlo: "helo" };

/** The filters on the greeting that have no like in the other phase, and that phase. */
function lonelyFilters({ members }: FilteredListener): ReadonlyMap<PhaseFilterDirective, string> {
  const builtins = members.filter(isBuiltin);
  const kinds = new Set(builtins.map(({ phase, condition }) => `${phase.value} ${condition.name}`));
  const found = new Map<PhaseFilterDirective, string>();
  for (const filter of builtins) {
    const twin = twins[filter.phase.value];
    const idle = !decides(filter) || filter.decision.name === "bypass";
    if (twin !== undefined && !idle && !kinds.has(`${twin} ${filter.condition.name}`)) found.set(filter, twin);
  }
  return found;
}
