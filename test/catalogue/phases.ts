import {
  type Availability,
  filterConditions,
  filterDecisions,
  filterPhases,
  isAtLeast,
  type OptionInfo,
  type PhaseInfo,
  type Release,
} from "smtpd-conf";
import { available, type Form, formsOf, never, type Verdict } from "./forms.ts";

const phases: readonly PhaseInfo[] = filterPhases;
const conditions: readonly OptionInfo[] = filterConditions;
const decisions: readonly OptionInfo[] = filterDecisions;

/** Every phase with every condition and every decision, also those that the phase does not know. */
export const phaseForms: readonly Form[] = phases.flatMap((phase) => [
  ...conditions.flatMap((condition) => conditionForms(phase, condition)),
  ...decisions.flatMap((decision) => decisionForms(phase, decision)),
]);

function conditionForms(phase: PhaseInfo, condition: OptionInfo): Form[] {
  const isKnown = knownIn(phase, condition, phase.conditions);
  return formsIn(condition, isKnown).flatMap(({ words, isAccepted }) =>
    ["", "!"].map((negation) => ({ words: `${begin(phase)} ${negation}${words} reject "550 x"`, isAccepted })),
  );
}

function decisionForms(phase: PhaseInfo, decision: OptionInfo): Form[] {
  const isKnown = knownIn(phase, decision, phase.decisions);
  return formsIn(decision, isKnown).map(({ words, isAccepted }) => ({
    words: `${begin(phase)} fcrdns ${words}`,
    isAccepted,
  }));
}

function begin(phase: PhaseInfo): string {
  return `filter q phase ${phase.name} match`;
}

function formsIn(option: OptionInfo, isKnown: Verdict): Form[] {
  return formsOf(option).map(({ words, isAccepted }) => ({
    words,
    isAccepted: (target: Release) => isKnown(target) && isAccepted(target),
  }));
}

function knownIn(phase: PhaseInfo, option: OptionInfo, names: readonly string[]): Verdict {
  return names.includes(option.name) ? available(phase, newest(option)) : never;
}

/** Filters came with 6.6. */
function newest({ since = "6.6.0" }: Availability): Release {
  return isAtLeast(since, "6.6.0") ? since : "6.6.0";
}
