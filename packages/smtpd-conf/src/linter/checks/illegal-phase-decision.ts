import { filterPhases } from "../../language/filter-phases.ts";
import { type Check, defineCheck } from "../check.ts";
import { eitherOf } from "../suggestions.ts";

export const illegalPhaseDecision: Check = defineCheck({
  code: "illegal-phase-decision",
  summary: "Some decisions cannot be taken in every phase: junk and bypass not at commit.",
  create: ({ report }) => ({
    PhaseFilterDirective: ({ phase, decision }) => {
      const info = filterPhases.find(({ name }) => name === phase.value);
      const allowed: readonly string[] = info?.decisions ?? [];
      if (allowed.includes(decision.name)) return;
      report({
        span: decision,
        message: `"${decision.name}" cannot be used in phase ${phase.value}.`,
        help: `In this phase a filter can ${eitherOf(allowed)}.`,
      });
    },
  }),
});
