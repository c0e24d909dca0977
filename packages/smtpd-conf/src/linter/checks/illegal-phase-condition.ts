import { filterConditions, filterDecisions, filterPhases, phaseNamed } from "../../language/filter-phases.ts";
import type { OptionInfo } from "../../language/option-info.ts";
import { isAvailable, type Release } from "../../language/releases.ts";
import type { PhaseFilterDirective } from "../../parser/ast/nodes.ts";
import type { SyntaxFailure } from "../../parser/configuration.ts";
import type { Token } from "../../parser/lexer/token.ts";
import { type Span, spanFrom } from "../../parser/source.ts";
import { type Check, defineCheck, type Problem } from "../check.ts";
import { eitherOf } from "../suggestions.ts";

const conditions: readonly OptionInfo[] = filterConditions;

export const illegalPhaseCondition: Check = defineCheck({
  code: "illegal-phase-condition",
  summary: "A filter tests exactly one thing, and only what is known in its phase.",
  precedence: 30,
  create: ({ target, report }) => ({
    PhaseFilterDirective: (filter) => {
      const known: readonly string[] = phaseNamed(filter.phase.value)?.conditions ?? [];
      if (!known.includes(filter.condition.name)) report(unknownYet(filter, known, target));
    },
    explain: (failure) => {
      const { partial } = failure.line;
      if (partial?.kind !== "PhaseFilterDirective" || partial.condition === undefined) return undefined;
      if (partial.decision !== undefined || failure.token === undefined || !beginsCondition(failure.token))
        return undefined;
      return {
        span: secondCondition(failure, failure.token),
        message: "A filter tests exactly one condition, and this is a second one.",
        help: "Write a filter for each of them and put both into a chain: the client is caught when one of them matches.",
        related: [{ span: partial.condition, message: "The first condition." }],
      };
    },
  }),
});

function unknownYet(filter: PhaseFilterDirective, known: readonly string[], target: Release): Problem {
  const { phase, condition } = filter;
  const here = conditions.filter((info) => known.includes(info.name) && isAvailable(info, target));
  return {
    span: condition,
    message: `"${condition.name}" is not known in phase ${phase.value}.`,
    help: `Test it in phase ${eitherOf(phasesThatKnow(condition.name), "")}. Phase ${phase.value} can test ${eitherOf(here.map(({ name }) => name))}.`,
  };
}

/** Without the phase auth: smtpd runs its filters at connect, so it is no place to send anybody to. */
function phasesThatKnow(condition: string): readonly string[] {
  const phases = filterPhases.filter((phase) => phase.conditions.some((name) => name === condition));
  return phases.map(({ name }) => name).filter((name) => name !== "auth");
}

function beginsCondition({ value, quoted }: Token): boolean {
  return !quoted && (value === "!" || filterConditions.some(({ name }) => name === value));
}

/** From the mistake up to the decision, or to the end of the line where there is none. */
function secondCondition({ line: { tokens }, index }: SyntaxFailure, first: Token): Span {
  const rest = tokens.slice(index);
  const decision = rest.findIndex(({ value, quoted }) => !quoted && filterDecisions.some(({ name }) => name === value));
  return spanFrom(first, rest.at(decision < 0 ? -1 : decision - 1) ?? first);
}
