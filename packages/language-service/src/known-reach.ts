import type { AnalysisPart, MatchRule, Reach, RelayProof } from "smtpd-conf";
import type { Snapshot } from "./snapshot.ts";

/** Rules up to which what is known of them is worked out at once, when it is asked for. */
const mostRules = 100;

/** Whether what takes a proof can be had at once: it is done, or there are few rules. */
export function isQuicklyProven({ model, analysis }: Snapshot, part: AnalysisPart): boolean {
  return analysis.parts[part].isDone() || model.rules.length <= mostRules;
}

/** Whether a rule can decide about any mail, as far as that is known by now. */
export function knownReach(snapshot: Snapshot, { number }: Pick<MatchRule, "number">): Reach | undefined {
  return isQuicklyProven(snapshot, "reach") ? snapshot.analysis.reach()[number - 1] : undefined;
}

/** Whether strangers can relay, as far as that is known by now. */
export function knownRelay(snapshot: Snapshot): RelayProof | undefined {
  return isQuicklyProven(snapshot, "relay") ? snapshot.analysis.relay() : undefined;
}
