import { phaseOf } from "../../model/resolve-filters.ts";
import type { PhaseFilterDirective } from "../../parser/ast/nodes.ts";
import { refuses } from "../filter-condition.ts";
import { type FilteredListener, foundEverywhere, isBuiltin } from "../filter-lists.ts";
import { defineRule, type Rule } from "../rule.ts";
import { eitherOf } from "../suggestions.ts";

export const bypassSinglePhase: Rule = defineRule({
  code: "bypass-single-phase",
  summary: "bypass skips the later filters of its own phase, and there are none.",
  category: "dead-code",
  severity: "warning",
  recommended: true,
  since: "6.7.1",
  scope: "configuration",
  create: ({ model, analysis, report }) => ({
    end: () => {
      for (const [{ decision, phase }, others] of foundEverywhere({ model, analysis }, idleBypasses)) {
        report({
          span: decision,
          message: `"bypass" skips the later filters of the phase "${phase.value}", and there are none.`,
          help: helpFor(others),
        });
      }
    },
  }),
});

/** The filters with `bypass` that have nothing to skip, and the other phases in which clients are refused. */
function idleBypasses({ members }: FilteredListener): ReadonlyMap<PhaseFilterDirective, readonly string[]> {
  const found = new Map<PhaseFilterDirective, readonly string[]>();
  const busy = new Set<string>();
  for (const member of members.toReversed()) {
    // A program may look at any phase.
    if (!isBuiltin(member)) return found;
    const phase = phaseOf(member);
    if (member.decision.name === "bypass" && !busy.has(phase)) found.set(member, refusingPhases(members, phase));
    busy.add(phase);
  }
  return found;
}

function refusingPhases(members: FilteredListener["members"], own: string): readonly string[] {
  const phases = members.filter(isBuiltin).filter(refuses).map(phaseOf);
  return [...new Set(phases)].filter((phase) => phase !== own);
}

function helpFor(phases: readonly string[]): string {
  if (phases.length === 0) return "Put it in front of the filters of its phase, or leave it out.";
  return `To let these clients through, put a bypass in front of the filters of phase ${eitherOf(phases)} too.`;
}
