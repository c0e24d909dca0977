import { type Decision, decide, type Envelope, type Model, type Ruleset } from "smtpd-conf";
import { envelopesFor, openRuleset } from "../analysis/rule-sets.ts";
import type { WrongText } from "./wrong-texts.ts";

/** Envelopes that are tried on each text. */
const perText = 60;

/**
 * Envelopes of which a rule set decides otherwise than another, in words. Actions are told apart by their name; the numbers
 * of rules may change.
 */
export function otherDecisions(wrong: WrongText, fixed: string, seed: number, index: number): readonly string[] {
  const [before, after] = [wrong.text, fixed].map((text) => openRuleset(text, wrong, wrong.target));
  if (before === undefined || after === undefined) return [];
  return [
    ...envelopesFor(seed, index, perText).flatMap((envelope) => otherDecision(before, after, envelope)),
    ...otherListeners(before.model, after.model),
  ];
}

interface Opened {
  readonly model: Model;
  readonly ruleset: Ruleset;
}

function otherDecision(before: Opened, after: Opened, envelope: Envelope): readonly string[] {
  const [was, is] = [outcomeOf(decide(before.ruleset, envelope)), outcomeOf(decide(after.ruleset, envelope))];
  // Where the matcher cannot tell, it cannot tell either whether that has changed.
  return was === is || was === "unknown" || is === "unknown"
    ? []
    : [`${was} became ${is} for ${JSON.stringify(envelope)}`];
}

/** Mail that no rule matches is rejected with the same words as mail that one rejects. */
function outcomeOf({ outcome, rule }: Decision): string {
  if (outcome === "action") return `action ${rule?.action}`;
  return outcome === "no-match" ? "reject" : outcome;
}

/** Listeners with another port, in the order in which they stand. */
function otherListeners(before: Model, after: Model): readonly string[] {
  const [was, is] = [before, after].map(({ listeners }) => listeners.length);
  return was === is ? [] : [`${was} listeners became ${is}`];
}
