import { filterConditions, filterPhases } from "../../language/filter-phases.ts";
import { type Check, defineCheck } from "../check.ts";
import { failureSpan } from "../place.ts";
import { eitherOf } from "../suggestions.ts";

export const illegalPhaseCondition: Check = defineCheck({
  code: "illegal-phase-condition",
  summary: "A filter tests exactly one thing, and only what is known in its phase.",
  precedence: 30,
  create: ({ report }) => ({
    PhaseFilterDirective: ({ phase, condition }) => {
      const info = filterPhases.find(({ name }) => name === phase.value);
      const known: readonly string[] = info?.conditions ?? [];
      if (known.includes(condition.name)) return;
      const first = filterPhases.find(({ conditions }) => conditions.some((name) => name === condition.name));
      report({
        span: condition,
        message: `"${condition.name}" is not known in phase ${phase.value}.`,
        help: `In this phase a filter can test ${eitherOf(known)}.${first ? ` ${capital(condition.name)} is known from phase ${first.name} on.` : ""}`,
      });
    },
    explain: (failure) => {
      const { partial } = failure.line;
      if (partial?.kind !== "PhaseFilterDirective" || partial.condition === undefined) return undefined;
      const { token } = failure;
      const second = token?.value === "!" || filterConditions.some(({ name }) => name === token?.value);
      if (!second || partial.decision !== undefined) return undefined;
      return {
        span: failureSpan(failure),
        message: "A filter tests exactly one condition, and this is a second one.",
        help: "Write one filter for each condition, and put them into a chain: the first that acts decides.",
        related: [{ span: partial.condition, message: "The first condition." }],
      };
    },
  }),
});

function capital(word: string): string {
  return `"${word}"`;
}
