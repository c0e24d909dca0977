import { filterPhases } from "../../language/filter-phases.ts";
import { type Check, defineCheck } from "../check.ts";
import { eitherOf } from "../suggestions.ts";

export const illegalPhaseDecision: Check = defineCheck({
  code: "illegal-phase-decision",
  summary: "In phase commit a filter can no longer decide for junk or bypass.",
  create: ({ report }) => ({
    PhaseFilterDirective: ({ phase, decision }) => {
      const info = filterPhases.find(({ name }) => name === phase.value);
      const allowed: readonly string[] = info?.decisions ?? [];
      if (allowed.includes(decision.name)) return;
      report({
        span: decision,
        message: `"${decision.name}" comes too late in phase ${phase.value}: the message has been received.`,
        help: `Decide in an earlier phase, such as data; in ${phase.value} a filter can ${eitherOf(allowed)}.`,
      });
    },
  }),
});
